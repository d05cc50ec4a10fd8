"""What the finder's tests share: its steps and leaves, walked on a day when every route is checked."""

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from guidance.models import HelpRoute

from .walking import walk


def check_every_route() -> None:
    HelpRoute.objects.update(checked_on=timezone.localdate())


@pytest.fixture
def checked_routes(db):
    """Every route as if somebody had checked it today."""
    check_every_route()


@pytest.fixture(scope="session")
def steps(django_db_setup, django_db_blocker):
    """Every page of the finder with the default content, walked once for all tests.

    A test that uses it is marked with ``django_db``: without one there is no database to walk.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        check_every_route()
        found = walk(Client())
        transaction.set_rollback(True)
    return found


@pytest.fixture(scope="session")
def leaves(steps):
    """Every page that names whom to tell."""
    return [step for step in steps if step.is_leaf]
