"""No page breaks a rule of WCAG 2.2, level A or AA, or a best practice of axe-core."""

import pytest

from portal.checks import own_page_models

from .addresses import CARD, ONE_OF_EACH, PAGE_TYPES
from .rules import WAYS, broken_rules
from .site_process import PROJECT


def test_the_browser_tests_visit_a_page_of_every_page_type():
    assert set(PAGE_TYPES) == {model._meta.label for model in own_page_models()}


@pytest.mark.parametrize("path", [*ONE_OF_EACH, CARD])
def test_axe_finds_nothing_wrong_on_phone_and_desktop_in_light_and_dark(page, path):
    page.goto(path)
    faults = {}
    for width, scheme in WAYS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        if found := broken_rules(page):
            faults[f"{width} px, {scheme}"] = found
    assert faults == {}


@pytest.mark.parametrize("name", ["500.html", "503_staff.html"])
def test_axe_finds_nothing_wrong_with_the_pages_for_when_all_else_fails(page, name):
    """Each is a file without a style, so in the dark its colours are the browser's, which axe cannot see."""
    page.goto((PROJECT / "templates" / name).as_uri())
    assert broken_rules(page) == []
