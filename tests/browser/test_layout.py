"""What stands where: nothing runs off the side, everything can be hit, help is where it always is."""

from dataclasses import dataclass, field

import pytest

from .addresses import OTHERS, sitemap_paths
from .font_sets import fonts_drawn, with_every_font_set

WINDOWS = [(320, 256), (320, 800), (1280, 800)]

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


# A font that says it is half as high as it is: only a size by rule withstands it.
FLAT = """@font-face { font-family: Flat; src: local("Liberation Sans"), local("DejaVu Sans"), local("Arial");
    ascent-override: 50%; descent-override: 10%; line-gap-override: 0%; }
* { font-family: Flat !important; }"""


@dataclass
class Visit:
    """What was found on a page: what is too wide or too small, and where help stands."""

    sideways: list[str] = field(default_factory=list)
    too_small: list[str] = field(default_factory=list)
    too_small_when_flat: list[str] = field(default_factory=list)
    help_places: list[dict] = field(default_factory=list)


def visit(page, path: str) -> Visit:
    """Look at the page in each window."""
    found = Visit()
    page.goto(path)
    for width, height in WINDOWS:
        page.set_viewport_size({"width": width, "height": height})
        if width == 320:
            found.sideways += page.evaluate(SIDEWAYS)
        if height == 800:
            small = page.evaluate(TOO_SMALL, [EVERY_TARGET, 24]) + page.evaluate(
                TOO_SMALL, [MAIN_TARGETS, 44]
            )
            found.too_small += [f"{width} px: {each}" for each in small]
            found.help_places.append(page.evaluate(HELP_PLACES))
    page.add_style_tag(content=FLAT)
    page.evaluate("() => document.fonts.load('16px Flat')")
    for width in {width for width, _height in WINDOWS}:
        page.set_viewport_size({"width": width, "height": 800})
        found.too_small_when_flat += [
            f"{width} px: {each}" for each in page.evaluate(TOO_SMALL, [EVERY_TARGET, 24])
        ]
    return found


pytestmark = with_every_font_set


@pytest.fixture(scope="module")
def visits(browser, site) -> dict[str, Visit]:
    """What stands where on every page, from one visit to each."""
    context = browser.new_context(base_url=site.url, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    found = {path: visit(page, path) for path in [*sitemap_paths(site.url), *OTHERS]}
    context.close()
    return found


def test_the_pages_are_measured_with_the_fonts_that_they_should_be(page, request):
    page.goto("/")
    font_set = request.node.callspec.params["browser"]
    assert fonts_drawn(page, "main p.lead") == {f"{font_set} Sans"}
    assert fonts_drawn(page, "h1") == {f"{font_set} Serif"}


def test_no_page_scrolls_sideways_at_320_px_or_at_400_per_cent_zoom(visits):
    """WCAG 1.4.10: 1280 px wide at 400 % is a window of 320 by 256."""
    assert {path: visit.sideways for path, visit in visits.items() if visit.sideways} == {}


def test_every_link_and_button_is_at_least_24_px_and_the_main_ones_44(visits):
    """WCAG 2.5.8, and its stricter sister 2.5.5 for what matters most."""
    assert {path: visit.too_small for path, visit in visits.items() if visit.too_small} == {}


def test_no_link_or_button_takes_its_size_from_what_a_font_says_of_itself(visits):
    faults = {path: visit.too_small_when_flat for path, visit in visits.items()}
    assert {path: small for path, small in faults.items() if small} == {}


def test_what_is_jumped_to_does_not_lie_behind_the_strip_that_stays(page):
    """Also where a wide font makes the strip higher."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("/")
    height = page.locator(".help-bar-strip").bounding_box()["height"]
    kept_free = page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)")
    assert height + 8 <= kept_free


def test_help_stands_in_the_same_place_on_every_page(visits):
    """WCAG 3.2.6: the same help, in the same order, at the same place."""
    on_the_home_page = visits["/"].help_places
    assert {path for path, visit in visits.items() if visit.help_places != on_the_home_page} == set()
    first = [link.splitlines()[-1] for link in on_the_home_page[0]["links"][:3]]
    assert first == ["Leave this page, or press Shift 3 times", "Call 999", "Leave this page"]
