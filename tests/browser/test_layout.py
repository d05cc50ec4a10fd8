"""What stands where: nothing runs off the side, everything can be hit, help is where it always is."""

from .addresses import ONE_OF_EACH, OTHERS, sitemap_paths

WIDTHS = (320, 1280)

# Elements whose right edge lies outside the window.
SIDEWAYS = """() => document.scrollingElement.scrollWidth > innerWidth
    ? [...document.querySelectorAll("body *")]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
        .map(e => `${e.tagName} ${e.className.baseVal ?? e.className}`).slice(0, 5)
    : []"""

# Links and buttons smaller than the size, but not links inside a sentence, nor ones hidden from sight.
TOO_SMALL = """([selector, size]) => [...document.querySelectorAll(selector)]
    .filter(e => e.checkVisibility() && !e.matches(".skip-link:not(:focus)"))
    .filter(e => {
        const block = e.closest("p, li, dd, td");
        const alone = !block || block.innerText.trim() === e.innerText.trim();
        return alone || getComputedStyle(e).display !== "inline";
    })
    .map(e => [e, e.getBoundingClientRect()])
    .filter(([e, box]) => box.height < size - 0.01 || box.width < Math.min(size, 24) - 0.01)
    .map(([e, box]) => `${e.innerText.trim() || e.outerHTML}: ${box.width | 0} x ${box.height | 0}`)"""
EVERY_TARGET = "a[href], button, input, select, summary"
MAIN_TARGETS = "a.phone, a.action, .search-form button, .search-form input, .help-bar a, .site-menu a"

HELP_PLACES = """() => {
    const landmarks = [...document.body.children].map(e => e.localName + "." + e.classList[0])
        .filter(name => !name.startsWith("nav."));
    const links = [...document.querySelectorAll(".help-bar a, .site-footer a")].map(e => e.innerText);
    const bar = document.querySelector(".help-bar").getBoundingClientRect();
    const heading = document.querySelector(".site-footer h2");
    return {
        landmarks, links, bar: [bar.left, bar.top, bar.width, bar.height],
        footer: [heading.innerText, heading.getBoundingClientRect().left],
    };
}"""


def test_no_page_scrolls_sideways_at_320_px_or_at_400_per_cent_zoom(page, site):
    """WCAG 1.4.10: 1280 px wide at 400 % is a window of 320 by 256."""
    faults = {}
    for path in [*sitemap_paths(site.url), *OTHERS]:
        page.set_viewport_size({"width": 320, "height": 256})
        page.goto(path)
        low = page.evaluate(SIDEWAYS)
        page.set_viewport_size({"width": 320, "height": 800})
        if found := low + page.evaluate(SIDEWAYS):
            faults[path] = found
    assert faults == {}


def test_every_link_and_button_is_at_least_24_px_and_the_main_ones_44(page):
    """WCAG 2.5.8, and its stricter sister 2.5.5 for what matters most."""
    faults = {}
    for path in ONE_OF_EACH:
        page.goto(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            small = page.evaluate(TOO_SMALL, [EVERY_TARGET, 24])
            if found := small + page.evaluate(TOO_SMALL, [MAIN_TARGETS, 44]):
                faults[f"{path} at {width} px"] = found
    assert faults == {}


def test_help_stands_in_the_same_place_on_every_page(page, site):
    """WCAG 3.2.6: the same help, in the same order, at the same place."""
    for path in [*sitemap_paths(site.url), *OTHERS]:
        page.goto(path)
        places = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            places.append(page.evaluate(HELP_PLACES))
        if path == "/":
            on_the_home_page = places
        assert places == on_the_home_page, path
    first = [link.splitlines()[-1] for link in on_the_home_page[0]["links"][:3]]
    assert first == ["Leave this page, or press Shift 3 times", "Call 999", "Leave this page"]
