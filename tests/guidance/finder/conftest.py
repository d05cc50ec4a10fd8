"""What the finder's tests share: its steps and leaves, walked on a day when every route is checked."""

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from guidance.audiences import Audience, Nation
from guidance.models import HelpRoute
from guidance.models.named_in_finder import ONLY_WHERE_NAMED

from .walking import walk

SOME_NATIONS = {
    "napac": ["england", "wales"],
    "rape-crisis-247-england-wales": ["england", "wales"],
    "salvation-army-referral-helpline": ["england", "wales"],
    "victim-support-england-wales": ["england", "wales"],
    "victim-support-scotland": ["scotland"],
    "rape-crisis-scotland": ["scotland"],
    "domestic-and-sexual-abuse-helpline-ni": ["northern_ireland"],
    "cyber-and-fraud-hub-scotland": ["scotland"],
    "advice-direct-scotland-scams": ["scotland"],
    "serious-fraud-office": ["england", "wales", "northern_ireland"],
}


def have_every_route() -> None:
    """Publish each route that the finder may name; one that the content does not have is made up.

    Those are for every audience and category: only the finder's own list keeps them where they belong.
    """
    for slug in ONLY_WHERE_NAMED:
        HelpRoute.objects.get_or_create(
            slug=slug,
            defaults={
                "name": f"Made up: {slug}",
                "who_for": "For those who need it.",
                "website_url": f"https://example.org/{slug}/",
                "for_every_category": True,
                "audiences": list(Audience),
                "nations": SOME_NATIONS.get(slug, list(Nation)),
            },
        )
    routes = HelpRoute.objects.filter(slug__in=ONLY_WHERE_NAMED)
    routes.update(live=True)
    # Whoever publishes a draft gives it its official site: a late check would take all else away.
    routes.filter(website_url="").update(website_url="https://example.org/")


def check_every_route() -> None:
    HelpRoute.objects.update(checked_on=timezone.localdate())


@pytest.fixture
def without_new_routes(db):
    """The site as it is while none of the routes that only some answers name is public."""
    HelpRoute.objects.filter(slug__in=ONLY_WHERE_NAMED).update(live=False)
    check_every_route()


@pytest.fixture
def checked_routes(db):
    """Every route that the finder may name, as if somebody had checked it today."""
    have_every_route()
    check_every_route()


@pytest.fixture(scope="session")
def steps(django_db_setup, django_db_blocker):
    """Every page of the finder with the default content, walked once for all tests.

    A test that uses it is marked with ``django_db``: without one there is no database to walk.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        have_every_route()
        check_every_route()
        found = walk(Client())
        transaction.set_rollback(True)
    return found


@pytest.fixture(scope="session")
def leaves(steps):
    """Every page that names whom to tell."""
    return [step for step in steps if step.is_leaf]
