"""The page on paper, and in the reader's own few colours."""

import re
import unicodedata
from io import BytesIO

import pytest
from pypdf import PdfReader

CONTRAST = """element => {
    const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const style = getComputedStyle(element);
    let behind = element;
    while (behind.parentElement && numbers(getComputedStyle(behind).backgroundColor)[3] === 0)
        behind = behind.parentElement;
    const [a, b] = [style.color, getComputedStyle(behind).backgroundColor]
        .map(c => light(numbers(c)) + 0.05).sort((x, y) => y - x);
    return element.checkVisibility() ? a / b : 0;
}"""
FIGURES_AND_PHONES = ".figure-value, a[href^='tel:']"
PAGES = ["/", "/what-you-can-do/", "/statistics/"]


def letters(text: str) -> str:
    """Return the text without spaces and ligatures, which paper sets differently."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_figures_and_numbers_to_call_can_be_read_in_forced_colours(page, path, scheme):
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    page.goto(path)
    found = page.locator(FIGURES_AND_PHONES).all()
    assert found
    for element in found:
        assert element.evaluate(CONTRAST) >= 4.5, element.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_and_the_marks_of_state_survive_forced_colours(page, scheme):
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    page.goto("/statistics/caid-images/")
    assert page.locator(".state-word").first.evaluate(CONTRAST) >= 4.5
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate("e => getComputedStyle(e).outlineStyle") != "none"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_folded_details_and_numbers_to_call_are_printed(browser, site, scripts):
    page = browser.new_context(base_url=site.url, java_script_enabled=scripts).new_page()
    page.goto("/what-you-can-do/")
    folded = [letters(text) for text in page.locator("details dl :is(dt, dd)").all_text_contents()]
    paper = PdfReader(BytesIO(page.pdf()))
    page.context.close()
    words = letters("".join(sheet.extract_text() for sheet in paper.pages))
    assert folded
    assert [text for text in folded if text not in words] == []
    assert "999" in words
    assert "08001111" in words


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_figures_are_printed_dark_on_white(page, scheme):
    page.emulate_media(media="print", color_scheme=scheme)
    page.goto("/statistics/")
    for value in page.locator(".figure-value").all():
        assert value.evaluate(CONTRAST) >= 7
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") in {
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    }
