"""Frightened people find help by their own words."""

import pytest

from .held_out import HELD_OUT
from .leading import misses
from .tried import TRIED

ENOUGH = 0.95
pytestmark = pytest.mark.django_db


def test_the_lists_are_long_and_share_nothing():
    assert len(TRIED) + len(HELD_OUT) >= 120
    assert len(HELD_OUT) >= 50
    assert not TRIED.keys() & HELD_OUT.keys()


@pytest.mark.parametrize("searches", [TRIED, HELD_OUT], ids=["tried", "held out"])
def test_nineteen_of_twenty_searches_lead_to_help(rf, searches):
    missed = misses(rf.get("/search/"), searches)
    assert len(missed) <= (1 - ENOUGH) * len(searches), missed
