"""No page breaks a rule of WCAG 2.2, level A or AA, or a best practice of axe-core."""

import pytest

from portal.checks import own_page_models

from .addresses import CARD, HELP_SET, ONE_OF_EACH, PAGE_TYPES, SELF_CHECK, TEXT
from .check_html import fetch
from .rules import WAYS, broken_rules
from .site_process import PROJECT


def test_the_browser_tests_visit_a_page_of_every_page_type():
    assert set(PAGE_TYPES) == {model._meta.label for model in own_page_models()}


@pytest.mark.parametrize("path", [*ONE_OF_EACH, CARD, TEXT, SELF_CHECK])
def test_axe_finds_nothing_wrong_on_phone_and_desktop_in_light_and_dark(page, path):
    page.goto(path)
    # With a step in sight, where there are any.
    for answer in page.locator(".check-open").all()[:1]:
        answer.check()
    # What lies behind the strip that stays counts as too small.
    page.evaluate("scrollTo(0, 0)")
    faults = {}
    for width, scheme in WAYS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        if found := broken_rules(page):
            faults[f"{width} px, {scheme}"] = found
    assert faults == {}


def test_axe_finds_nothing_wrong_with_the_file_of_all_the_help_opened_from_a_stick(page, site, tmp_path):
    saved = tmp_path / "useful-numbers.html"
    saved.write_bytes(fetch(site.url + HELP_SET))
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(saved.as_uri())
    assert broken_rules(page) == []
    assert asked == [saved.as_uri()]


@pytest.mark.parametrize("name", ["500.html", "503_staff.html"])
def test_axe_finds_nothing_wrong_with_the_pages_for_when_all_else_fails(page, name):
    """Each is a file without a style, so in the dark its colours are the browser's, which axe cannot see."""
    page.goto((PROJECT / "templates" / name).as_uri())
    assert broken_rules(page) == []
