"""Pages that nginx keeps for seconds, with the lines of docs/serving.md."""

import gzip
import os
import signal
from pathlib import Path

import brotli
import pytest

from tests.browser.site_process import web_server

from .asking import Staff, ask, lasting
from .conftest import copy_site
from .nginx import nginx_before
from .process_tree import eventually, settled
from .test_kept_pages import ABOUT, run

PAGE = "/about-this-site/"
# So that tests see what nginx did; the documented lines tell nobody.
TOLD = "add_header X-Cache-Status $upstream_cache_status always;"
TAKEDOWN_SECONDS = 10


@pytest.fixture(scope="module")
def data_dir(site, tmp_path_factory):
    copied = tmp_path_factory.mktemp("kept-by-nginx")
    copy_site(Path(site.data_dir), copied)
    return copied


@pytest.fixture(scope="module")
def behind(data_dir, tmp_path_factory):
    """The site's own server, and the address of nginx before it."""
    with (
        web_server(data_dir) as server,
        nginx_before(server.url, data_dir, tmp_path_factory.mktemp("nginx"), TOLD) as url,
    ):
        settled(server)  # before, pages from an earlier server may stand in
        yield server, url


def kept(url: str, path: str, **headers: str) -> str | None:
    """Return what nginx did about the second of two equal requests."""
    ask(url, path, **headers)
    return ask(url, path, **headers)["X-Cache-Status"]


@pytest.mark.parametrize(
    "path", ["/", PAGE, "/next/", "/statistics/data.json", "/changes.atom", "/robots.txt"]
)
def test_who_comes_second_is_answered_by_nginx_alone_as_by_the_site(behind, path):
    server, url = behind
    assert kept(url, path) == "HIT"
    ours, got = ask(server.url, path), ask(url, path)
    differs = {"server", "date", "connection", "x-accel-expires", "x-cache-status", "transfer-encoding"}
    assert got.body == ours.body
    assert {(name.lower(), value) for name, value in got.headers.items() if name.lower() not in differs} == {
        (name.lower(), value) for name, value in ours.headers.items() if name.lower() not in differs
    }
    assert got["X-Accel-Expires"] is None


def test_each_browser_gets_the_form_that_it_takes_and_is_told_when_it_is_the_same(behind):
    _, url = behind
    plain = ask(url, PAGE).body
    for takes, coding, unpack in (
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip;q=1.0", "gzip", gzip.decompress),
        ("br;q=0, gzip", "gzip", gzip.decompress),
    ):
        assert kept(url, PAGE, accept_encoding=takes) == "HIT"
        whole = ask(url, PAGE, accept_encoding=takes)
        assert whole["Content-Encoding"] == coding
        assert lasting(unpack(whole.body)) == lasting(plain)
        same = ask(url, PAGE, accept_encoding=takes, if_none_match=whole["ETag"])
        assert (same.status, same.body) == (304, b"")
        head = ask(url, PAGE, "HEAD", accept_encoding=takes)
        assert (head.status, head.body, head["Content-Length"]) == (200, b"", str(len(whole.body)))
    assert ask(url, PAGE, accept_encoding="identity")["Content-Encoding"] is None


@pytest.mark.parametrize(
    "path",
    ["/search/", "/search/?q=fraud", "/?x=1", "/leave/", "/admin/login/", "/static/js/none.js"],
)
def test_searches_and_whatever_may_tell_of_a_visitor_are_never_kept(behind, path):
    assert kept(behind[1], path) is None


def test_a_page_asked_for_in_part_is_answered_by_the_site(behind):
    answer = ask(behind[1], PAGE, range="bytes=0-9")
    assert (answer.status, answer["X-Cache-Status"]) == (200, None)


def test_an_editor_who_is_signed_in_neither_gets_nor_leaves_anything_there(behind):
    server, url = behind
    staff = Staff(server)
    cookies = "; ".join(f"{one.name}={one.value}" for one in staff.cookies)
    path = "/privacy/"
    assert kept(url, path, cookie=cookies) is None
    first = ask(url, path)
    assert first["X-Cache-Status"] in ("MISS", "EXPIRED")
    assert kept(url, path) == "HIT"
    again = ask(url, path, cookie=cookies)
    assert (again["X-Cache-Status"], again["Cache-Control"]) == (None, "private, no-store")


def test_what_is_unpublished_is_gone_within_seconds_also_where_the_site_goes_away_then(
    data_dir, tmp_path_factory
):
    with (
        web_server(data_dir) as server,
        nginx_before(server.url, data_dir, tmp_path_factory.mktemp("nginx"), TOLD) as url,
    ):
        assert kept(url, PAGE) == kept(url, "/") == "HIT"
        run(server, f"{ABOUT}; page.unpublish()")
        eventually(lambda: ask(url, PAGE).status == 404, TAKEDOWN_SECONDS)
        run(server, f"{ABOUT}; page.save_revision().publish()")
        eventually(lambda: ask(url, PAGE).status == 200, TAKEDOWN_SECONDS)
        run(server, f"{ABOUT}; page.unpublish()")
        eventually(lambda: ask(url, PAGE).status == 404, TAKEDOWN_SECONDS)
        page = ask(url, "/").body
        stop(server)
        eventually(lambda: ask(url, "/")["X-Cache-Status"] == "STALE", TAKEDOWN_SECONDS)
        assert (ask(url, "/").status, ask(url, "/").body) == (200, page)
        assert ask(url, PAGE).status != 200


def stop(server) -> None:
    """End a server before its time, and wait until nobody listens."""

    def is_gone() -> bool:
        try:
            ask(server.url, "/")
        except OSError:
            return True
        return False

    os.kill(server.pid, signal.SIGTERM)
    eventually(is_gone)
