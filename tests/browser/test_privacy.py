"""A visit leaves no trace that the site could avoid, and needs no script."""

import re

from .addresses import OTHERS, sitemap_paths

WATCH = """addEventListener("securitypolicyviolation", event =>
    console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`))"""
KEPT = "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"
NOT_FOUND_NOTICE = "Failed to load resource: the server responded with a status of 404"


def words_at(page, path: str) -> str:
    """Return the main text of the page at the path as a reader sees it, but not what is open now."""
    page.goto(path)
    page.locator("main").evaluate("main => main.querySelectorAll('.open-now').forEach(one => one.remove())")
    return re.sub(r"\s+", " ", page.locator("main").inner_text())


def test_no_page_calls_elsewhere_stores_anything_or_breaks_its_own_rules(page, site):
    faults = []
    page.add_init_script(WATCH)
    page.on("pageerror", lambda error: faults.append((page.url, str(error))))
    page.on("console", lambda line: faults.append((page.url, line.text)) if line.type == "error" else None)
    page.on(
        "request",
        lambda request: None if request.url.startswith(site.url) else faults.append((page.url, request.url)),
    )
    for path in [*sitemap_paths(site.url), *OTHERS]:
        page.goto(path, wait_until="load")
        assert page.evaluate(KEPT) == [0, 0, 0], path
    expected = [fault for fault in faults if NOT_FOUND_NOTICE in fault[1] and "no-such-page" in fault[0]]
    assert [fault for fault in faults if fault not in expected] == []
    assert len(expected) <= 1
    assert page.context.cookies() == []


def test_every_page_says_the_same_without_scripts(page, browser, site):
    without = browser.new_context(base_url=site.url, java_script_enabled=False).new_page()

    def different(path):
        return words_at(page, path) != words_at(without, path)

    found = [path for path in [*sitemap_paths(site.url), *OTHERS] if different(path)]
    # Once more: the editor of another test may have published between the two looks.
    found = [path for path in found if different(path)]
    without.context.close()
    assert found == []
