"""On a phone the first who fits is one tap away: no page of help makes anybody scroll for it."""

import re
import urllib.request

import pytest

from .addresses import NOT_FOUND, NOTHING_FOUND, sitemap_paths

PHONE = {"width": 390, "height": 740}
LOWEST, LEAST_HEIGHT = 600, 44
HELP_INDEX, FINDER = "/what-you-can-do/", "/next/"

# Every number, button of help and answer in the main part, from the top: where it ends, and how high it is.
FOUND = """() => {
    const box = e => e.getBoundingClientRect();
    const links = "a[href^='tel:'], .first-help a, .finder-answers a, a.action";
    const of = e => [...e.querySelectorAll("a")].map(link => link.getAttribute("href"));
    const cards = [...document.querySelectorAll("main .help-route")];
    return {
        links: [...document.querySelectorAll("main :is(" + links + ")")].filter(e => e.checkVisibility())
            .map(e => ({href: e.getAttribute("href"), low: box(e).bottom, high: box(e).height})),
        named: cards.flatMap(of),
        first: cards.slice(0, 1).flatMap(of),
        header: box(document.querySelector(".site-header-row")).height,
    };
}"""


def read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=30) as response:
        return re.search(r"<main.*?</main>", response.read().decode(), re.DOTALL)[0]


def steps_of_the_finder(url: str, address: str = FINDER) -> list[str]:
    """Return every address of the finder, as its links lead."""
    links = dict.fromkeys(re.findall(rf'href="({re.escape(address)}[a-z]/)"', read(url + address)))
    return [address, *(each for link in links for each in steps_of_the_finder(url, link))]


def pages_of_help(url: str) -> list[str]:
    """Return every page that names who helps, by what stands on it: nobody has to keep a list."""
    pages = [path for path in sitemap_paths(url) if path != "/"]
    return [path for path in pages if path.startswith(HELP_INDEX) or "help-route" in read(url + path)]


@pytest.fixture(scope="module")
def seen(browser, site) -> dict[str, dict]:
    """What stands where on each page of help, each step of the finder, and where somebody may be lost."""
    context = browser.new_context(base_url=site.url, viewport=PHONE, java_script_enabled=True)
    page, found = context.new_page(), {}
    lost = [NOT_FOUND, NOTHING_FOUND, "/"]
    for path in [*pages_of_help(site.url), *steps_of_the_finder(site.url), *lost]:
        page.goto(path, wait_until="domcontentloaded")
        found[path] = page.evaluate(FOUND)
    context.close()
    return found


def in_reach(link: dict) -> bool:
    return link["low"] <= LOWEST and link["high"] >= LEAST_HEIGHT


def test_every_kind_of_page_of_help_is_looked_at(seen):
    assert len(seen) > 70
    for path in (HELP_INDEX, f"{HELP_INDEX}for-children-and-young-people/", "/categories/fraud/", FINDER):
        assert path in seen


def test_the_first_number_or_button_is_within_reach_of_a_thumb_on_every_page_of_help(seen):
    faults = {
        path: found["links"][:1] for path, found in seen.items() if not any(map(in_reach, found["links"][:1]))
    }
    assert faults == {}


def test_on_every_end_of_the_finder_that_is_the_first_who_is_named(seen):
    ends = {path: found for path, found in seen.items() if path.startswith(FINDER) and found["first"]}
    assert len(ends) > 40
    for path, found in ends.items():
        assert set(found["first"]) & {link["href"] for link in found["links"] if in_reach(link)}, path


def test_on_every_page_that_names_somebody_one_of_those_is_within_reach(seen):
    for path, found in seen.items():
        if found["named"] and path not in ("/", HELP_INDEX):
            assert set(found["named"]) & {link["href"] for link in found["links"] if in_reach(link)}, path


def test_the_header_is_one_row_and_its_menu_opens_below_without_scripts(browser, site, seen):
    assert max(found["header"] for found in seen.values()) <= 60
    context = browser.new_context(base_url=site.url, viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(HELP_INDEX)
    menu = page.locator(".site-menu a")
    assert not menu.first.is_visible()
    page.get_by_text("Menu", exact=True).click()
    assert menu.count() == 5
    assert all(link.is_visible() for link in menu.all())
    context.close()
