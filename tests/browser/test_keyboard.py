"""Everything can be reached with the keyboard, and the reader always sees where they are."""

import pytest

from .addresses import ONE_OF_EACH

MAX_STEPS = 400
# How each focusable element, and the card around it, look before it has the focus.
REMEMBER = """() => {
    const outline = s => s.outlineStyle === "none" ? "" : s.outline;
    window.look = e => [e, e.closest(".card")].filter(Boolean)
        .map(each => getComputedStyle(each))
        .map(s => `${outline(s)} ${s.boxShadow}`).join(" | ");
    window.before = new Map(
        [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")].map(e => [e, look(e)]));
    window.visited = new Set();
}"""
# What is wrong with the element that has the focus; null at the end of the page.
FAULT = """() => {
    const e = document.activeElement;
    if (!e || e === document.body || visited.has(e)) return null;
    visited.add(e);
    const name = `${e.localName} “${(e.innerText || e.name || "").trim()}”`;
    if (look(e) === before.get(e)) return name + " looks the same with the focus";
    let box = [...e.getClientRects()].find(r => r.width && r.height);
    if (!box) return name + " has no size";
    if (box.height > innerHeight) {  // a region taller than the window: as much of it as is in the window
        const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
        box = { left: box.left, top, width: box.width, height: bottom - top };
        if (box.height < 44) return name + " is outside the window";
    }
    const spots = [[0.5, 0.5], [0.05, 0.2], [0.95, 0.8]];
    for (const [x, y] of spots) {
        const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        if (!top) return name + " is outside the window";
        if (!e.contains(top) && !top.contains(e)) return `${name} is hidden by ${top.outerHTML.slice(0, 80)}`;
    }
    return "";
}"""
UNREACHED = """() => [...before.keys()]
    .filter(e => !visited.has(e) && e.tabIndex >= 0 && e.checkVisibility())
    .map(e => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_tabbing_through_a_page_always_shows_where_the_focus_is(page, path):
    """WCAG 2.1.1, 2.4.7 and 2.4.11, on a small phone and on a desktop."""
    faults = []
    for width, height in [(320, 568), (1280, 720)]:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(path)
        page.evaluate(REMEMBER)
        for _step in range(MAX_STEPS):
            page.keyboard.press("Tab")
            fault = page.evaluate(FAULT)
            if fault is None:
                break
            if fault:
                faults.append(f"{width} px: {fault}")
        faults += [f"{width} px: cannot be reached: {html}" for html in page.evaluate(UNREACHED)]
    assert faults == []


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_the_first_tab_stop_skips_to_the_main_content(page, path):
    """WCAG 2.4.1."""
    page.goto(path)
    page.keyboard.press("Tab")
    skip_link = page.locator(":focus")
    assert skip_link.inner_text() == "Skip to the main content"
    box = skip_link.bounding_box()
    assert box["width"] > 24
    assert box["height"] >= 24
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    place = page.evaluate(
        "() => document.querySelector('main').compareDocumentPosition(document.activeElement)"
    )
    following, inside = 4, 16
    assert place & (following | inside), "the next stop lies before the main content"


def test_folded_details_open_with_the_keyboard(page):
    page.goto("/what-you-can-do/")
    details = page.locator("main details").first
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    assert details.locator("dl").is_visible()
    page.keyboard.press("Space")
    assert not details.locator("dl").is_visible()
