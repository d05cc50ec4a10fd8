"""An editor's text outlives the session; too long a text is counted; a refused form leads to its faults.

What is saved here is a draft of one page, "About this site", which visitors never see.
"""

import re
import time

import pytest

from .admin import open_editor, sign_in

SUMMARY = "#id_summary"
OFFER = "[data-kept-text]"


@pytest.fixture
def editor_page(page, site):
    """A page's edit form, open in front of a signed-in editor."""
    sign_in(page, site)
    open_editor(page, "about+this+site")
    return page


def end_session(page) -> None:
    """Let the session end as it does by itself: the server knows it no more."""
    page.context.clear_cookies(name="sessionid")


def wait_until_kept(page, wanted: int) -> None:
    """Wait until the browser keeps so many texts; the admin's policy forbids Playwright's own way."""
    deadline = time.monotonic() + 10
    while kept(page) != wanted and time.monotonic() < deadline:
        page.wait_for_timeout(100)
    assert kept(page) == wanted


def kept(page) -> int:
    return page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('portal-kept:')).length")


def sign_in_again(page, site) -> None:
    page.locator("#id_username").fill("editor")
    page.locator("#id_password").fill(site.password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/edit/")


def write_while_the_session_ends(page, text: str) -> None:
    end_session(page)
    page.fill(SUMMARY, text)
    wait_until_kept(page, 1)
    with page.expect_navigation(url=re.compile("/login/")):
        page.get_by_role("button", name="Save draft").click()


def test_text_written_while_the_session_ended_is_offered_and_put_back(editor_page, site):
    write_while_the_session_ends(editor_page, "Written while the session ended.")
    sign_in_again(editor_page, site)
    assert editor_page.locator(SUMMARY).input_value() != "Written while the session ended."
    assert "was not saved" in editor_page.locator(OFFER).inner_text()
    with editor_page.expect_navigation():
        editor_page.get_by_role("button", name="Put it back").click()
    assert editor_page.locator(SUMMARY).input_value() == "Written while the session ended."
    assert editor_page.locator(".messages .success").count() == 1
    assert kept(editor_page) == 0


def test_text_that_is_thrown_away_is_not_offered_again(editor_page, site):
    write_while_the_session_ends(editor_page, "To be thrown away.")
    sign_in_again(editor_page, site)
    editor_page.get_by_role("button", name="Throw it away").click()
    assert kept(editor_page) == 0
    editor_page.reload()
    assert editor_page.locator(OFFER).count() == 0


def test_nobody_else_is_offered_it_and_signing_out_clears_it(editor_page, site):
    address = editor_page.url
    write_while_the_session_ends(editor_page, "Mine alone.")
    sign_in(editor_page, site, "admin")
    editor_page.goto(address)
    assert editor_page.locator(OFFER).count() == 0
    assert kept(editor_page) == 1
    editor_page.evaluate(
        "fetch('/admin/logout/', {method: 'POST', headers: {'X-CSRFToken': wagtailConfig.CSRF_TOKEN}})"
    )
    wait_until_kept(editor_page, 0)


def test_a_pasted_text_is_counted_and_refused_but_not_cut(editor_page):
    title = editor_page.locator("#id_title")
    title.fill("")
    title.focus()
    editor_page.keyboard.insert_text("x" * 267)
    assert title.input_value() == "x" * 267
    assert "12 too many" in title.locator("xpath=..").inner_text()
    with editor_page.expect_navigation():
        editor_page.get_by_role("button", name="Save draft").click()
    assert editor_page.locator("#id_title").input_value() == "x" * 267
    said = editor_page.locator(".messages").inner_text()
    assert "This is 12 characters too long" in said


def test_the_banner_of_a_refused_form_leads_to_the_field_on_another_tab(editor_page):
    editor_page.get_by_role("tab", name="Promote").click()
    editor_page.fill("#id_seo_title", "x" * 300)
    editor_page.get_by_role("tab", name="Content").click()
    with editor_page.expect_navigation():
        editor_page.get_by_role("button", name="Save draft").click()
    editor_page.get_by_role("tab", name="Content").click()
    assert not editor_page.locator("#id_seo_title").is_visible()
    editor_page.locator(".messages [data-errors] a", has_text="Title tag").click()
    editor_page.locator("#id_seo_title:focus").wait_for()
