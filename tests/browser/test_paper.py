"""Pages on paper: few sheets, nothing that only a screen can use, and no card broken."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from .addresses import sitemap_paths
from .test_other_media import letters

HELP = "/what-you-can-do/"
# The sheets that these two pages need: they hold all the help routes, and the whole story.
MOST_SHEETS = {HELP: 5, "/": 5}


def on_paper(page, path: str, scheme: str = "light") -> PdfReader:
    """Return the page as Chromium prints it on A4."""
    page.emulate_media(color_scheme=scheme)
    page.goto(path)
    return PdfReader(BytesIO(page.pdf(format="A4")))


def printed(paper: PdfReader) -> str:
    return letters("".join(sheet.extract_text() for sheet in paper.pages))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_page_of_help_prints_on_two_sheets_with_999(page, site, scheme):
    pages = [path for path in sitemap_paths(site.url) if path.startswith(HELP) and path != HELP]
    assert len(pages) >= 7
    for path in pages:
        paper = on_paper(page, path, scheme)
        assert len(paper.pages) <= 2, path
        first = letters(paper.pages[0].extract_text())
        assert "Call999" in first, path


@pytest.mark.parametrize("path", MOST_SHEETS)
def test_the_longest_pages_print_on_few_sheets(page, path):
    assert len(on_paper(page, path).pages) <= MOST_SHEETS[path]


def test_a_link_prints_as_its_words_and_its_address_stands_once_at_the_end(page, site):
    paper = on_paper(page, "/")
    text = printed(paper)
    address = "nationalcrimeagency.gov.uk/news/nsa2020"
    assert page.locator(f"main a[href='https://www.{address}']").count() > 0
    assert text.count(address) == 1
    assert text.index(address) > text.index(letters("Hand on heart"))
    assert letters(f"This page: {site.url}/") in text


def test_what_only_a_screen_can_use_is_not_printed_and_what_nobody_has_checked_stays_away(page):
    paper = on_paper(page, HELP)
    gaps = page.locator(".help-route").get_by_text("Not yet checked:")
    assert gaps.count() > 0
    page.emulate_media(media="print")
    for gone in (
        ".breadcrumbs",
        ".rail",
        ".site-menu",
        ".strip",
        ".leave",
        ".skip-link",
        "form[role=search]",
    ):
        assert page.locator(gone).filter(visible=True).count() == 0, gone
    assert letters("Not yet checked:") not in printed(paper)


def test_no_heading_stands_alone_at_the_foot_of_a_sheet(page, site):
    paths = [path for path in sitemap_paths(site.url) if path.startswith(HELP)]
    for path in ["/", *paths]:
        paper = on_paper(page, path)
        headings = {letters(text) for text in page.locator("h2, h3").all_text_contents()}
        for sheet in paper.pages[:-1]:
            last = [line for line in sheet.extract_text().splitlines() if line.strip()][-1]
            assert letters(last) not in headings, path


def test_no_card_is_broken_by_the_end_of_a_sheet(page):
    paper = on_paper(page, HELP)
    sheets = [letters(sheet.extract_text()) for sheet in paper.pages]
    for card in page.locator(".help-route").all():
        first = letters(card.locator("h3").text_content())
        last = letters(card.locator("time").last.text_content())
        assert any(first in sheet and last in sheet[sheet.index(first) :] for sheet in sheets)
