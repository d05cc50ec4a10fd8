"""“Open now” is right at the second it is read, or not said at all."""

import html
import json
from datetime import UTC, datetime, timedelta

import pytest

WRITTEN = datetime(2026, 11, 23, 8, 59, tzinfo=UTC)
OPENS, CLOSES = WRITTEN + timedelta(minutes=1), WRITTEN + timedelta(hours=8)


def seconds(moment: datetime) -> int:
    return int(moment.timestamp())


TIMES = [[seconds(WRITTEN), seconds(OPENS), 0], [seconds(OPENS), seconds(CLOSES), 1]]


@pytest.fixture
def says(page):
    """Return a function that opens a page with these hours at a moment, and one that reads what it says."""

    def open_at(moment: datetime, path: str = "/what-you-can-do/"):
        hours = html.escape(json.dumps({"written": seconds(WRITTEN), "times": TIMES}))

        def with_hours(route):
            body = route.fetch().text()
            mark = f'<p id="probe" class="open-now" data-hours="{hours}" hidden></p>'
            route.fulfill(body=body.replace("</h1>", f"</h1>{mark}", 1), content_type="text/html")

        page.route(f"**{path}", with_hours)
        # The clock stands still between steps, however long the machine takes for them.
        page.clock.install(time=moment - timedelta(seconds=1))
        page.clock.pause_at(moment)
        page.goto(path)
        return lambda: page.locator("#probe").inner_text() if page.locator("#probe").is_visible() else ""

    return open_at


def test_it_changes_by_itself_at_the_second_it_opens_and_closes(page, says):
    read = says(OPENS - timedelta(seconds=30))
    assert read() == "Closed now"
    page.clock.run_for(29_000)
    assert read() == "Closed now"
    page.clock.run_for(2_000)
    assert read() == "Open now"
    page.clock.run_for("07:58:57")
    assert read() == "Open now"
    page.clock.run_for(4_000)
    assert read() == "", "Nothing is known after the last moment, so nothing is said."


def test_a_page_that_slept_is_right_when_it_is_looked_at_again(page, says):
    read = says(OPENS + timedelta(seconds=30))
    assert read() == "Open now"
    page.clock.set_system_time(CLOSES + timedelta(hours=3))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert read() == ""


@pytest.mark.parametrize("wrong_by", [timedelta(hours=1), timedelta(hours=-1), timedelta(days=400)])
def test_a_device_with_a_wrong_clock_says_nothing(says, wrong_by):
    assert says(OPENS + wrong_by)() == ""


def test_the_time_zone_of_the_device_does_not_matter(browser, site, says):
    context = browser.new_context(timezone_id="Asia/Tokyo")
    visitor = context.new_page()
    visitor.clock.install(time=OPENS)
    visitor.goto(f"{site.url}/what-you-can-do/")
    times = {"written": seconds(WRITTEN), "times": TIMES}
    said = visitor.evaluate(
        """async hours => {
            const probe = document.createElement("p");
            probe.dataset.hours = JSON.stringify(hours);
            document.body.append(probe);
            (await import("/static/js/open_now.js")).sayOpenNow();
            return probe.textContent;
        }""",
        times,
    )
    context.close()
    assert said == "Open now"


def test_without_scripts_nothing_is_said(browser, site):
    context = browser.new_context(java_script_enabled=False)
    visitor = context.new_page()
    visitor.goto(f"{site.url}/what-you-can-do/")
    assert "Open now" not in visitor.locator("main").inner_text()
    context.close()


def test_the_comparison_can_be_scrolled_with_the_keyboard_on_a_phone(page):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("/what-you-can-do/")
    region = page.get_by_role("region", name="Who you can tell, compared")
    region.focus()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.keyboard.press("ArrowRight")
    # Asked again and again from here, since the page's own policy lets no words be run as a script.
    for _try in range(600):  # half a minute on a busy machine
        if moved := page.evaluate("document.activeElement.scrollLeft"):
            break
        page.wait_for_timeout(50)
    assert moved > 0
    table = page.get_by_role("table", name="Who you can tell, compared")
    assert table.get_by_role("rowheader", name="Childline").count() == 1
    assert table.get_by_role("columnheader", name="What it costs").count() == 1


def test_a_screen_reader_hears_the_number_in_its_groups(page):
    page.goto("/what-you-can-do/")
    number = page.get_by_role("link", name="0800 1111", exact=True).first
    assert number.get_attribute("href") == "tel:+448001111"
    assert page.get_by_role("link", name="08000 121 700", exact=True).count() == 1
