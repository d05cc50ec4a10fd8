"""Leaving in a second: with scripts and without, by hand and by keyboard, and nothing left to come back to.

The neutral site is answered here, so that no test goes to the network.
"""

import re

import pytest

from portal.settings.leaving import LEAVE_SITES

NEUTRAL = LEAVE_SITES[0]
HARD_PAGE = "/categories/child-sexual-abuse/"
AWAY = '<!DOCTYPE html><html lang="en-GB"><title>Weather</title><p>Rain at times.</p></html>'
BUTTON = ".leave a"
# Whether the middle and the corners of the element are what a finger would hit there.
IN_REACH = """e => {
    const box = e.getBoundingClientRect();
    return [[0.5, 0.5], [0.05, 0.1], [0.95, 0.9]].every(([x, y]) => {
        const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        return top === e;
    });
}"""
BEHIND_THE_STRIP = """() => {
    const e = document.activeElement, strip = document.querySelector(".help-bar-strip");
    const bar = strip.getClientRects().length ? strip : document.querySelector(".help-bar");
    if (e === document.body || bar.contains(e) || e.matches(".skip-link")) return "";
    const hidden = e.getBoundingClientRect().top < bar.getBoundingClientRect().bottom - 0.5;
    return hidden ? e.outerHTML.slice(0, 100) : "";
}"""
# Says over and over what a visitor sees, since Playwright asks nothing of a page that is about to go.
SAY = """setInterval(() => {
    const sides = [0.02, 0.3, 0.7, 0.98];
    const covered = sides.every(x => sides.every(y =>
        document.elementFromPoint(innerWidth * x, innerHeight * y)?.className === "leave-cover"));
    console.log("seen " + JSON.stringify([covered, document.title, document.body.innerText.trim()]));
}, 20)"""
# What a browser does that kept the page, and shows it again on "back".
COME_BACK = """setInterval(() => {
    if (document.title === "Loading") dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}));
}, 50)"""
GONE = 'seen [true,"Loading","Loading"]'


@pytest.fixture
def page(context):
    """A visitor's page, for whom the neutral site answers."""
    context.route(f"{NEUTRAL}**", lambda route: route.fulfill(content_type="text/html", body=AWAY))
    return context.new_page()


@pytest.fixture
def slow(context):
    """A visitor's page, for whom the neutral site answers when the test is over; and what it was asked."""
    asked = []
    context.route(f"{NEUTRAL}**", lambda route: asked.append(route))
    page = context.new_page()
    page.add_init_script(SAY)
    yield page, asked
    for route in asked[-1:]:
        route.fulfill(content_type="text/html", body=AWAY)


def press_shift(page, times: int) -> None:
    for _press in range(times):
        page.keyboard.press("Shift")


def test_leaving_puts_the_neutral_site_in_the_place_of_the_page(page):
    page.goto("/what-you-can-do/")
    page.goto(HARD_PAGE)
    length = page.evaluate("history.length")
    with page.expect_request("**/leave/") as told:
        page.locator(BUTTON).click()
    page.wait_for_url(NEUTRAL)
    assert page.evaluate("history.length") == length
    assert "referer" not in told.value.all_headers()
    page.go_back()
    assert not page.url.endswith(HARD_PAGE)


def test_going_back_after_leaving_never_shows_the_page_again(page):
    page.goto("about:blank")
    page.goto(HARD_PAGE)
    page.locator(BUTTON).click()
    page.wait_for_url(NEUTRAL)
    page.go_back()
    assert page.url == "about:blank"
    page.go_forward()
    assert page.url == NEUTRAL


def test_leaving_asks_the_address_that_has_the_browser_forget_the_files_of_the_site(page, site):
    page.goto(HARD_PAGE)
    asked = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.locator(BUTTON).click()
    page.wait_for_url(NEUTRAL)
    assert f"{site.url}/leave/" in asked


def test_leaving_works_without_scripts(browser, site):
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    page, answers = context.new_page(), []

    def follow(route):
        answers.append(route.fetch(max_redirects=0))
        route.fulfill(content_type="text/html", body=AWAY)

    context.route("**/leave/", follow)
    page.goto(HARD_PAGE)
    page.locator(BUTTON).click()
    page.get_by_text("Rain at times.").wait_for()
    (answer,) = answers
    assert (answer.status, answer.headers["location"]) == (303, NEUTRAL)
    assert answer.headers["clear-site-data"] == '"cache", "storage"'
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("size", [(320, 256), (320, 640), (1280, 720)])
@pytest.mark.parametrize("by", ["click", "keyboard"])
def test_the_page_is_gone_at_once_even_if_the_neutral_site_is_slow(slow, size, by):
    page, _asked = slow
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(HARD_PAGE)
    with page.expect_console_message(lambda line: line.text == GONE, timeout=20_000):
        if by == "click":
            page.locator(BUTTON).click(no_wait_after=True)
        else:
            press_shift(page, 3)
    assert page.url.endswith(HARD_PAGE), "the neutral site has not answered yet"


def test_a_page_that_the_browser_kept_for_its_back_button_leaves_again(slow):
    page, asked = slow
    page.add_init_script(COME_BACK)
    page.goto(HARD_PAGE)
    page.locator(BUTTON).click(no_wait_after=True)
    for _try in range(600):  # half a minute on a busy machine
        page.wait_for_timeout(50)
        if len(asked) > 1:
            break
    assert len(asked) > 1, "it left once and did not leave again"


def test_shift_three_times_leaves_and_says_how_far_it_is(page):
    page.goto(HARD_PAGE)
    said = page.locator(".leave-progress")
    assert said.get_attribute("role") == "status"
    press_shift(page, 1)
    assert said.inner_text() == "Shift, press 2 more times to leave."
    press_shift(page, 1)
    assert said.inner_text() == "Shift, press 1 more time to leave."
    press_shift(page, 1)
    page.wait_for_url(NEUTRAL)


def test_five_seconds_after_a_press_the_count_starts_again(page):
    page.clock.install(time=0)
    page.goto(HARD_PAGE)
    page.clock.pause_at(60)
    press_shift(page, 2)
    page.clock.run_for(4900)
    assert "1 more time" in page.locator(".leave-progress").inner_text()
    page.clock.run_for(200)
    assert page.locator(".leave-progress").inner_text() == "Time ran out. You have not left."
    press_shift(page, 2)
    assert "1 more time" in page.locator(".leave-progress").inner_text()


def test_typing_capitals_going_back_by_tab_and_choosing_text_do_not_leave(page):
    page.goto("/search/")
    field = page.get_by_role("searchbox")
    field.click()
    for letter in "NSPCC":
        page.keyboard.press(f"Shift+{letter}")
    for _step in range(4):
        page.keyboard.press("Shift+Tab")
    for _step in range(4):
        page.locator("h1").click(modifiers=["Shift"])
    for _step in range(4):
        page.keyboard.press("Control+Shift+ArrowLeft")
    assert page.url.endswith("/search/")
    assert field.input_value() == "NSPCC"


def test_holding_shift_down_is_one_press(page):
    page.goto(HARD_PAGE)
    for _repeat in range(6):
        page.keyboard.down("Shift")
    assert page.locator(".leave-progress").inner_text() == "Shift, press 2 more times to leave."


def test_a_screen_reader_finds_the_way_out_first_and_in_the_help_bar(page):
    page.goto(HARD_PAGE)
    tree = page.locator("body").aria_snapshot()
    names = re.findall(r'- link "([^"]+)"', tree)
    assert names[0] == "Skip to the main content"
    assert names[1] == "Leave this page, or press Shift 3 times"
    bar = page.get_by_role("complementary", name="Help now")
    assert bar.get_by_role("link", name="Leave this page", exact=True).count() == 1
    assert bar.get_by_role("link", name="What leaving does").count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(NEUTRAL)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("size", [(320, 256), (320, 640), (768, 1024), (1280, 720)])
def test_the_button_and_999_stay_in_reach_wherever_the_page_is_scrolled(browser, site, size, scripts):
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(base_url=site.url, viewport=viewport, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(HARD_PAGE)
    for part in (0, 0.3, 0.7, 1):
        page.evaluate(
            "part => scrollTo({top: document.documentElement.scrollHeight * part, behavior: 'instant'})", part
        )
        assert page.locator(BUTTON).evaluate(IN_REACH), part
        button = page.locator(BUTTON).bounding_box()
        emergency = page.locator(".help-bar-now a").bounding_box()
        assert min(button["height"], emergency["height"]) >= 44
        assert emergency["x"] + emergency["width"] < button["x"], "999 comes first"
        strip = page.locator(".help-bar-strip").bounding_box() or page.locator(".help-bar").bounding_box()
        assert strip["height"] <= 64, "what stays must not take the page's room"
    context.close()


@pytest.mark.parametrize("size", [(320, 256), (320, 568), (1280, 720)])
def test_tabbing_back_through_a_page_never_puts_the_focus_behind_the_strip(page, size):
    """WCAG 2.4.11. Forwards is held by test_keyboard; backwards is where a strip at the top hides things."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(HARD_PAGE)
    page.locator(".site-footer a").last.focus()
    hidden = []
    for _step in range(200):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('.skip-link')"):
            break
        hidden.append(page.evaluate(BEHIND_THE_STRIP))
    assert len(hidden) > 20
    assert [element for element in hidden if element] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_button_has_an_edge_in_forced_colours_and_nothing_moves_with_it(page, scheme):
    page.emulate_media(forced_colors="active", color_scheme=scheme, reduced_motion="reduce")
    page.goto(HARD_PAGE)
    look = page.locator(BUTTON).evaluate(
        "e => { const s = getComputedStyle(e); return [s.borderTopStyle, s.borderTopWidth, s.borderTopColor,"
        " getComputedStyle(document.body).backgroundColor, s.transitionDuration]; }"
    )
    assert look[:2] == ["solid", "2px"]
    assert look[2] != look[3], "the edge has the colour of the ground"
    assert page.locator(BUTTON).evaluate(IN_REACH)


def test_the_way_out_is_not_printed(page):
    page.goto(HARD_PAGE)
    page.emulate_media(media="print")
    for link in page.locator(".leave-link").all():
        assert not link.is_visible()
    assert page.locator(".help-bar-now a").is_visible()
