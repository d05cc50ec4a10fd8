"""Before hard material a reader is told, and can go round it; what is folded is still printed."""

import re
import unicodedata
from io import BytesIO

import pytest
from pypdf import PdfReader

HARD_PAGE = "/categories/child-sexual-abuse/"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("path", ["/", HARD_PAGE])
def test_the_ways_past_hard_material_are_plain_links_that_work(browser, site, path, scripts):
    context = browser.new_context(base_url=site.url, java_script_enabled=scripts, reduced_motion="reduce")
    page = context.new_page()
    page.goto(path)
    note = page.locator(".content-note")
    note.get_by_role("link", name="Skip to help").click()
    target = page.locator(":target")
    strip = page.locator(".help-bar").bounding_box() or page.locator(".help-bar-strip").bounding_box()
    assert target.bounding_box()["y"] >= strip["y"] + strip["height"], "the heading is behind the strip"
    note.get_by_role("link", name="Read without the figures").click()
    page.wait_for_url("**/without-figures/#_content-note")
    assert page.locator(".figure").count() == 0
    page.locator(".content-note").get_by_role("link", name="Show the figures again").click()
    page.locator(".figure").first.wait_for()
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_what_an_editor_folded_is_printed(browser, site, scripts):
    page = browser.new_context(base_url=site.url, java_script_enabled=scripts).new_page()
    page.goto("/")
    folded = page.locator(".block-details .prose")
    assert not folded.first.is_visible()
    texts = folded.all_text_contents()
    paper = PdfReader(BytesIO(page.pdf()))
    page.context.close()
    # Letters may be printed joined, as one sign.
    printed = unicodedata.normalize("NFKC", "".join(sheet.extract_text() for sheet in paper.pages))
    printed = re.sub(r"\s+", "", printed)
    assert texts
    for text in texts:
        assert re.sub(r"\s+", "", text) in printed
