"""An editor changes a figure in a real browser, and every page that shows it follows.

The only browser tests that change the site: they touch this one figure, and put it back.
"""

import pytest

from .admin import open_editor, publish, sign_in

FIGURE = "/statistics/children-safeguarded/"
SHOWN_ON = [FIGURE, "/", "/categories/child-sexual-abuse/", "/statistics/"]
VALUE = "#id_lower_value"
CORRECTION = "#id_correction"


@pytest.fixture
def editor_page(page, site):
    """The figure's edit form, open in front of a signed-in editor."""
    sign_in(page, site)
    open_editor(page, "safeguarded")
    return page


def values_shown(browser, site) -> list[str]:
    """Return what a visitor reads about the figure on each page that shows it."""
    visitor = browser.new_context(base_url=site.url).new_page()
    shown = []
    for path in SHOWN_ON:
        visitor.goto(path)
        sentence = visitor.locator("p", has_text="children safeguarded or protected").first
        shown.append(sentence.locator("strong").inner_text())
    visitor.context.close()
    return shown


def test_a_figure_changed_and_published_once_is_changed_on_every_page(editor_page, browser, site):
    before = editor_page.locator(VALUE).input_value()
    assert values_shown(browser, site) == [f"{int(before):,}"] * len(SHOWN_ON)
    editor_page.fill(VALUE, "7651")
    editor_page.fill(CORRECTION, "We gave the wrong number.")
    publish(editor_page)
    assert "has been published" in editor_page.locator(".messages").inner_text()
    try:
        assert values_shown(browser, site) == ["7,651"] * len(SHOWN_ON)
    finally:
        open_editor(editor_page, "safeguarded")
        editor_page.fill(VALUE, before)
        editor_page.fill(CORRECTION, "The number before was right.")
        publish(editor_page)


def test_an_impossible_value_is_refused_in_words_and_stays_as_typed(editor_page, browser, site):
    editor_page.fill(VALUE, "-5")
    publish(editor_page)
    assert "could not be" in editor_page.locator(".messages").inner_text()
    field = editor_page.locator(VALUE)
    assert field.input_value() == "-5"
    assert field.get_attribute("aria-invalid") == "true"
    said = editor_page.locator("#panel-child-content-the_figure-section, main").last.inner_text()
    assert "A count cannot be below zero. Enter the value without a minus sign." in said
    assert "-5" not in values_shown(browser, site)


def test_a_figure_is_quoted_in_running_text_by_choosing_it(page, site):
    sign_in(page, site)
    open_editor(page, "about+this+site")
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" We say that /quote")
    page.get_by_role("option", name="Quote a figure").click()
    page.locator(".modal").get_by_role("link", name="Children safeguarded or protected").click()
    quotation = page.locator(".public-DraftEditor-content", has_text="{Children safeguarded or protected}")
    quotation.wait_for()
    # The editor writes its text into the form a moment later.
    page.locator("input[type=hidden][value*='We say that'][value*='FIGURE']").wait_for(state="attached")
    with page.expect_navigation():
        page.get_by_role("button", name="Save draft").click()
    quotation.wait_for()  # in the draft, opened again
    page.goto(page.url.replace("/edit/", "/view_draft/"))
    sentence = page.locator("p", has_text="We say that").inner_text()
    assert "We say that 7,600 (attributed)" in sentence
    assert page.get_by_role("link", name="7,600").get_attribute("href").endswith(FIGURE)
