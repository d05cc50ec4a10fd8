"""Every address that a visitor can reach is looked at, once."""

from portal.safety import audit, fetch
from portal.safety.crawler import walk

from .small_site import CALL, Reply, a_file, small_site


def pages_of(url: str, **options) -> list[str]:
    return [answer.page for answer in walk(url, fetch, **options)]


def test_links_stylesheets_scripts_and_pictures_are_followed_and_each_is_asked_for_once():
    with small_site() as url:
        pages = pages_of(url)
    assert len(pages) == len(set(pages))
    assert {"/more.css", "/more.js", "/dot.svg", "/small.png", "/large.png", "/leave/"} <= set(pages)


def test_a_page_that_only_the_site_map_lists_is_found_whatever_the_public_host():
    listed = "<loc>https://public.example/alone/</loc><loc>https://public.example/a-b/?c=1&amp;d=2</loc>"
    robots = a_file("text/plain", "User-agent: *\nSitemap: https://public.example/maps/sitemap.xml\n")
    replies = {"/robots.txt": robots, "/maps/sitemap.xml": a_file("application/xml", listed)}
    with small_site(**replies) as url:
        assert {"/alone/", "/a-b/?c=1&d=2"} <= set(pages_of(url))


def test_an_address_that_nothing_links_is_looked_at_when_it_is_named():
    with small_site() as url:
        assert "/search/?q=%C3%A9" in pages_of(url, also=["/search/?q=%C3%A9"])


def test_no_other_site_is_ever_asked():
    asked = []

    def watched(address):
        asked.append(address)
        return fetch(address)

    with small_site() as url:
        audit(url, watched)
    assert asked
    assert all(address.startswith(url) for address in asked)


def test_of_the_staff_pages_only_the_way_in_is_looked_at():
    inside = Reply('<a href="/admin/pages/">Pages</a>', headers={"CDN-Cache-Control": None})
    with small_site(**{"/admin/login/": inside}) as url:
        pages = pages_of(url)
    assert "/admin/login/" in pages
    assert "/admin/pages/" not in pages


def test_a_site_too_large_to_be_looked_at_whole_does_not_pass():
    links = "".join(f'<a href="/{number}/">{number}</a>' for number in range(50))
    with small_site(**{"/": Reply(links + CALL)}) as url:
        result = audit(url, fetch, limit=20)
    assert result.pages == 20
    assert [finding.rule for finding in result.findings] == ["unfinished"]


def test_a_site_that_does_not_answer_does_not_pass():
    with small_site() as url:
        pass
    result = audit(url, fetch)
    assert {finding.rule for finding in result.findings} == {"answer"}
