"""What is typed into a date or time field of the admin stays as typed, and is refused in words beside it.

The tests send only what is refused, so they change nothing on the site.
"""

import pytest

from .admin import open_editor, sign_in

TIME = "This is not a time. Enter hours and minutes by the 24-hour clock, like 09:00 or 17:30."
DAY = "This is not a day of the calendar. Enter it like 2026-11-25 or 25/11/2026."
MOMENT = "This is not a day and time. Enter them like 2026-11-25 17:30."
OPENS = "input[name='weekly_hours-0-value-opens']"
CLOSES = "input[name='weekly_hours-0-value-closes']"


@pytest.fixture
def editor_page(page, site):
    """A signed-in editor's browser."""
    sign_in(page, site)
    return page


def open_route(page, tab: str) -> None:
    page.goto("/admin/snippets/guidance/helproute/")
    page.get_by_role("link", name="Childline", exact=True).click()
    page.wait_for_url("**/edit/*/")
    page.get_by_role("tab", name=tab).click()


def add_span(page) -> None:
    open_route(page, "Hours")
    page.locator("button[title='Insert a block']:visible").first.click()
    page.locator(OPENS).wait_for()


def type_and_leave(field, typed: str) -> None:
    """Type into the field as a person does, go on to the next one, and look back."""
    field.click()
    field.fill("")
    field.press_sequentially(typed)
    field.press("Tab")
    assert field.input_value() == typed


def said_beside(page, field: str) -> str:
    """Return what stands between the field and its label."""
    wrapper = page.locator(field).locator("xpath=ancestor::*[@data-field or @data-field-wrapper][1]")
    return " ".join(wrapper.text_content().split())


def save(page, button: str = "Save draft") -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()
    assert "could not be" in page.locator(".messages").inner_text()


@pytest.mark.parametrize(("opens", "closes"), [("25:00", "9am"), ("9.30", "24:00"), ("noon", "1000")])
def test_times_of_opening_stay_as_typed_and_each_is_refused_beside_it(editor_page, opens, closes):
    add_span(editor_page)
    type_and_leave(editor_page.locator(OPENS), opens)
    type_and_leave(editor_page.locator(CLOSES), closes)
    save(editor_page)
    for field, typed in ((OPENS, opens), (CLOSES, closes)):
        assert editor_page.locator(field).input_value() == typed
        assert TIME in said_beside(editor_page, field)


def test_a_day_that_does_not_exist_stays_as_typed_and_is_refused_beside_it(editor_page):
    open_route(editor_page, "Check")
    type_and_leave(editor_page.locator("#id_checked_on"), "31.02.2026")
    save(editor_page)
    assert editor_page.locator("#id_checked_on").input_value() == "31.02.2026"
    assert DAY in said_beside(editor_page, "#id_checked_on")


def test_the_times_of_the_alert_banner_stay_as_typed_and_are_refused_beside_them(editor_page):
    editor_page.goto("/admin/settings/portal/alertbanner/")
    for name, typed in (("starts_at", "2026-02-31 25:00"), ("ends_at", "tomorrow 9am")):
        type_and_leave(editor_page.locator(f"#id_{name}"), typed)
    save(editor_page, "Save")
    for name, typed in (("starts_at", "2026-02-31 25:00"), ("ends_at", "tomorrow 9am")):
        assert editor_page.locator(f"#id_{name}").input_value() == typed
        assert MOMENT in said_beside(editor_page, f"#id_{name}")


def test_the_schedule_of_a_page_stays_as_typed(editor_page):
    open_editor(editor_page, "about+this+site")
    editor_page.get_by_role("button", name="Toggle status").click()
    editor_page.get_by_role("button", name="Set schedule").click()
    field = editor_page.locator("#id_expire_at")
    field.wait_for()
    type_and_leave(field, "2026-02-31 25:00")


def test_a_date_by_which_a_report_is_narrowed_down_stays_as_typed(editor_page):
    editor_page.goto("/admin/reports/aging-pages/")
    editor_page.get_by_role("button", name="Filter").first.click()
    editor_page.get_by_role("button", name="Last published before").first.click()
    type_and_leave(editor_page.locator("#id_last_published_at"), "31.02.2026")
