"""A help route that was checked today, and clocks that tests set."""

from datetime import date

import pytest
from django.utils import timezone

from guidance.models import HelpRoute
from tests.factories import make_information_page


@pytest.fixture
def checked_route(db):
    """A published route with every kind of contact, checked today by a person."""
    route = HelpRoute(
        name="Night Line",
        slug="night-line",
        who_for="For everyone.",
        phone="0800 123 456",
        text_number="7726",
        email="help@example.org",
        website_url="https://example.org/",
        form_url="https://example.org/form",
        chat_url="https://example.org/chat",
        say="<p>Ring 0800 123 456 at night.</p>",
        cost="Free",
        checked_on=timezone.localdate(),
        checked_by="Sam Reader",
    )
    route.save()
    route.full_clean()
    route.save_revision().publish()
    return HelpRoute.objects.get(pk=route.pk)


@pytest.fixture
def looked_up_today(db) -> str:
    """Let all routes of the default content be looked up today, and return what visitors read of that."""
    today = timezone.localdate()
    HelpRoute.objects.update(checked_on=today)
    return f"Looked up {today:%-d %B %Y}, not yet confirmed by the owner"


@pytest.fixture
def naming(page, checked_route):
    """A page that names the route."""
    return make_information_page(page("/"), body=[("help_routes", {"routes": [checked_route]})])


@pytest.fixture
def on_day(monkeypatch):
    """Return a function that makes it another day in the UK."""

    def set_day(day: date):
        monkeypatch.setattr("guidance.models.route_check.timezone.localdate", lambda *args: day)

    return set_day
