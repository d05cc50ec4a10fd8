"""No page breaks a rule of WCAG 2.2, level A or AA, or a best practice of axe-core."""

import pytest

from portal.checks import own_page_models

from .addresses import ONE_OF_EACH, PAGE_TYPES
from .rules import broken_rules

WAYS = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]


def test_the_browser_tests_visit_a_page_of_every_page_type():
    assert set(PAGE_TYPES) == {model._meta.label for model in own_page_models()}


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_axe_finds_nothing_wrong_on_phone_and_desktop_in_light_and_dark(page, path):
    page.emulate_media(reduced_motion="reduce")
    page.goto(path)
    faults = {}
    for width, scheme in WAYS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        if found := broken_rules(page):
            faults[f"{width} px, {scheme}"] = found
    assert faults == {}
