"""By appointment, and by chat alone: said as they are, and never "open now"."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from guidance.models import HelpRoute

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
KINDS = {"appointment": "By appointment", "chat_only": "By online chat only"}


@pytest.mark.parametrize(("kind", "said"), KINDS.items())
def test_the_card_says_how_it_opens(client, childline, kind, said):
    childline.hours_kind = kind
    childline.hours = "Ask on the website."
    childline.phone = ""
    childline.save_revision().publish()
    html = client.get("/what-you-can-do/for-children-and-young-people/").content.decode()
    (card,) = [part for part in html.split("<article")[1:] if "<h3>Childline</h3>" in part]
    assert f"{said}; Ask on the website." in card
    assert "data-hours" not in card.split("</article>")[0]


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_never_open_now_even_on_a_day_that_is_different(kind):
    exception = ("exception", {"date": NOON.date(), "opens": "00:00", "closes": "00:00"})
    route = HelpRoute(hours_kind=kind, hours_exceptions=[exception])
    assert route.is_open(NOON) is None
    assert route.hours_ahead() == ""


@pytest.mark.parametrize("kind", KINDS)
def test_times_of_the_week_are_refused_beside_it(childline, kind):
    childline.hours_kind = kind
    childline.phone = ""
    span = {"days": ["monday"], "opens": "09:00", "closes": "17:00"}
    childline.weekly_hours = [("span", span)]
    with pytest.raises(ValidationError, match="remove the times"):
        childline.full_clean()


def test_a_service_with_a_phone_is_not_a_chat_alone(childline):
    childline.hours_kind = "chat_only"
    with pytest.raises(ValidationError, match="It has a phone number"):
        childline.full_clean()
