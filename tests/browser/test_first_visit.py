"""The home page comes quickly to an old phone on a slow line, and does not jump about."""

import pytest

from .addresses import PAGE_TYPES
from .font_sets import with_every_font_set
from .weight import PHONE, first_visit

KB = 1024


@pytest.fixture(scope="module")
def home_visit(browser, site):
    """A first visit to the home page, 360 px wide."""
    return first_visit(browser, f"{site.url}/")


def test_the_home_page_is_small(home_visit):
    assert home_visit.total <= 60 * KB, home_visit
    assert home_visit.requests <= 8, home_visit


@pytest.mark.parametrize(("kind", "most"), [("Document", 12), ("Stylesheet", 10), ("Script", 4)])
def test_no_part_of_the_home_page_outgrows_its_share(home_visit, kind, most):
    assert 0 < home_visit.bytes[kind] <= most * KB, home_visit


@with_every_font_set
def test_nothing_moves_while_a_page_loads_or_is_scrolled(browser, site):
    coarse = {**PHONE, "device_scale_factor": 1}  # quicker to draw; nothing moves differently
    shifts = {path: first_visit(browser, site.url + path, coarse).shift for path in PAGE_TYPES.values()}
    assert {path: shift for path, shift in shifts.items() if shift} == {}
