"""The admin pages that are ours break no accessibility rule beyond what Wagtail itself breaks."""

import pytest

from .admin import open_editor, sign_in
from .rules import WAYS, broken_rules

# What Wagtail 8.0 breaks on every edit form, whoever wrote the model: rule, and a word of the element.
WAGTAILS_OWN = [
    ("aria-input-field-name", "public-DraftEditor-content"),  # its rich text editor has no name
    ("page-has-heading-one", "<html"),  # snippets' edit forms have no first heading
    ("target-size", "w-minimap-toggle"),  # a narrow handle beside the form
]


def ours(faults: list[str]) -> list[str]:
    """Return the faults that are not Wagtail's own."""
    return [
        fault
        for fault in faults
        if not any(fault.startswith(rule) and word in fault for rule, word in WAGTAILS_OWN)
    ]


def first_help_route(page):
    page.goto("/admin/snippets/guidance/helproute/")
    page.locator("a[href*='/edit/']").first.click()
    page.wait_for_url("**/edit/*/")


def figure(page):
    open_editor(page, "safeguarded")


OUR_PAGES = {
    "the list of help routes": lambda page: page.goto("/admin/snippets/guidance/helproute/"),
    "a help route": first_help_route,
    "the list of category groups": lambda page: page.goto("/admin/snippets/categories/categorygroup/"),
    "the site settings": lambda page: page.goto("/admin/settings/portal/sitesettings/"),
    "the editors' guide": lambda page: page.goto("/admin/guide/"),
    "a figure": figure,
    "the claims to check": lambda page: page.goto("/admin/reports/claims/"),
    "what the help routes lack": lambda page: page.goto("/admin/reports/help-routes-missing/"),
    "the figures found in their sources": lambda page: page.goto("/admin/reports/evidence/"),
    "the acceptance of a figure": lambda page: page.goto("/admin/reports/evidence/1/accept/"),
    "the counts of downloads": lambda page: page.goto("/admin/reports/downloads/"),
}


@pytest.fixture(scope="module")
def editor_page(browser, site):
    """A signed-in editor's browser, where nothing fades or glides."""
    context = browser.new_context(base_url=site.url, reduced_motion="reduce")
    page = context.new_page()
    sign_in(page, site)
    yield page
    context.close()


@pytest.mark.parametrize("name", OUR_PAGES)
def test_axe_finds_nothing_of_ours_wrong_in_the_admin(editor_page, name):
    OUR_PAGES[name](editor_page)
    editor_page.wait_for_load_state()
    faults = {}
    for width, scheme in WAYS:
        editor_page.set_viewport_size({"width": width, "height": 900})
        editor_page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        if found := ours(broken_rules(editor_page)):
            faults[f"{width} px, {scheme}"] = found
    assert faults == {}
