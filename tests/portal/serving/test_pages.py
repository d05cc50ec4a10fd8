"""Pages that are kept: who gets them, in which form, and until when; the site's own server around them."""

import asyncio
import gzip
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock

import brotli
import pytest

from portal.serving.generation import Generation
from portal.serving.pages.answering import Pages
from portal.serving.pages.keeping import Keeping
from portal.serving.pages.shelf import Shelf
from portal.serving.pages.store import MEGABYTE, Store

from .made_up_server import Closing, Server, bridge_to, scope_of

HOST = "www.example.org"
TEXT = "One of many words. " * 200
FOR_ALL = [
    ("Content-Type", "text/html"),
    ("CDN-Cache-Control", "public, max-age=60"),
    ("Cache-Control", "no-store"),
]


class Application:
    """A site of one page that counts how often it is asked, and may be told to fail or to wait."""

    def __init__(self, headers=FOR_ALL, status="200 OK"):
        self.headers, self.status, self.text = headers, status, TEXT
        self.asked, self.lock, self.attributes = 0, Lock(), {}
        self.go_on = Event()
        self.go_on.set()

    def __call__(self, environ, start_response):
        with self.lock:
            self.asked += 1
        answer = Closing([self.text.encode()])
        for name, value in self.attributes.items():
            setattr(answer, name, value)
        self.go_on.wait(20)
        start_response(self.status, list(self.headers))
        return answer


class Site:
    """The bridge to an application, with a store in a folder; asked one request after another or at once."""

    def __init__(self, application, folder, room=4 * MEGABYTE, next_change=lambda: time.time() + 3600):
        self.generation = Generation(folder / "generation")
        self.shelf = Shelf(folder / "pages")
        store = Store(self.generation, room, lambda host: host == HOST, "sessionid", self.shelf)
        self.pages = Pages(Keeping(store, next_change))
        self.bridge = bridge_to(application)
        self.bridge.pages = self.pages

    def ask(self, *requests: dict) -> list[Server]:
        """Return the servers after the requests came, each a little later than the one before."""
        servers = [Server() for _ in requests]

        async def one(number, path="/", query="", method="GET", **headers):
            await asyncio.sleep(number * 0.05)
            named = {"host": HOST, **{name.replace("_", "-"): value for name, value in headers.items()}}
            scope = scope_of(method, path, named)
            scope.query_string = query
            await self.bridge.__rsgi__(scope, servers[number])

        async def all_of_them():
            await asyncio.gather(*(one(number, **asked) for number, asked in enumerate(requests)))

        with ThreadPoolExecutor() as own_thread:
            own_thread.submit(asyncio.run, all_of_them()).result()
        return servers

    def get(self, **request) -> Server:
        return self.ask(request)[0]


@pytest.fixture
def application():
    return Application()


@pytest.fixture
def site(application, tmp_path):
    return Site(application, tmp_path)


def said(server: Server) -> dict:
    return dict(server.headers)


def test_a_page_is_made_once_and_then_given_to_everybody(site, application):
    assert [b"".join(site.get().sent).decode() for _ in range(3)] == [TEXT] * 3
    assert application.asked == 1


@pytest.mark.parametrize(
    ("accepts", "coding", "unpack"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip", "gzip", gzip.decompress),
        ("*", "br", brotli.decompress),
        ("identity", None, bytes),
        ("gzip;q=0", None, bytes),
        ("", None, bytes),
        ("x" * 5000, None, bytes),
    ],
)
def test_each_reader_gets_the_smallest_form_that_they_take(site, accepts, coding, unpack):
    for _ in range(2):
        server = site.get(accept_encoding=accepts)
        headers = said(server)
        assert unpack(server.sent[0]).decode() == TEXT
        assert headers.get("content-encoding") == coding
        assert headers["content-length"] == str(len(server.sent[0]))
        assert headers["vary"] == "Accept-Encoding"


def test_each_form_has_a_tag_of_its_own_and_who_has_it_is_told_so(site):
    tags = {coding: said(site.get(accept_encoding=coding))["etag"] for coding in ("br", "gzip", "identity")}
    assert len(set(tags.values())) == 3
    assert not any(tag.startswith("W/") for tag in tags.values())
    same = site.get(accept_encoding="br", if_none_match=f'"other", {tags["br"]}')
    assert (same.status, same.sent) == (304, [])
    assert said(same)["etag"] == tags["br"]
    assert "content-length" not in said(same)
    other = site.get(accept_encoding="gzip", if_none_match=tags["br"])
    assert other.status == 200


def test_a_question_for_the_head_gets_the_same_head_and_no_body(site):
    whole = site.get()
    head = site.get(method="HEAD")
    assert (head.status, head.sent) == (200, [])
    assert said(head) == said(whole)


@pytest.mark.parametrize(
    "request_",
    [
        {"cookie": "a=b; sessionid=xyz"},
        {"host": "other.example.org"},
        {"query": "unknown=1"},
        {"method": "OPTIONS"},
    ],
    ids=["signed in", "another host", "a query", "another method"],
)
def test_what_is_not_for_everybody_is_asked_for_each_time(site, application, request_):
    site.get()
    for _ in range(2):
        site.get(**request_)
    assert application.asked == 3


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ([("Content-Type", "text/html"), ("Cache-Control", "no-store")], "200 OK"),
        ([*FOR_ALL, ("Set-Cookie", "a=b")], "200 OK"),
        ([*FOR_ALL, ("Vary", "Cookie")], "200 OK"),
        ([*FOR_ALL, ("Content-Security-Policy", "script-src 'nonce-abc'")], "200 OK"),
        ([("Cache-Control", "public, no-cache")], "200 OK"),
        (FOR_ALL, "404 Not Found"),
        ([*FOR_ALL, ("Location", "/x")], "302 Found"),
        (FOR_ALL, "500 Internal Server Error"),
    ],
)
def test_nothing_is_kept_that_is_an_error_or_meant_for_one_reader(tmp_path, headers, status):
    application = Application(headers, status)
    site = Site(application, tmp_path)
    site.get()
    site.get()
    assert application.asked == 2
    assert list((tmp_path / "pages").glob("*")) == []


def test_answers_to_queries_are_kept_for_the_parameters_that_an_address_reads(site, application):
    application.attributes = {"kept_queries": ("page", "state")}
    for query in ("page=2", "page=2", "state=x&page=2", "page=2&other=1", "page=2&other=1", "page=2&page=3"):
        site.get(query=query)
    assert application.asked == 5


def test_a_change_is_seen_by_the_first_who_asks_after_it(site, application):
    site.get()
    application.text = "New. " * 300
    site.generation.changed()
    assert b"".join(site.get().sent).decode() == application.text


def test_while_one_makes_the_page_others_get_the_older_one(site, application):
    site.get()
    site.generation.changed()
    application.text = "New. " * 300
    application.go_on.clear()
    asyncio_timer = ThreadPoolExecutor()
    asyncio_timer.submit(lambda: (time.sleep(0.6), application.go_on.set()))
    first, second, third = site.ask({}, {}, {})
    assert b"".join(first.sent).decode() == application.text
    assert {b"".join(one.sent).decode() for one in (second, third)} == {TEXT}
    assert said(second)["cache-status"] == "portal; hit; detail=stale"
    assert application.asked == 2


def test_what_was_taken_down_is_shown_to_nobody_not_even_meanwhile(site, application):
    site.get()
    site.generation.changed(takedown=True)
    application.text, application.status = "Gone", "404 Not Found"
    assert {one.status for one in site.ask({}, {}, {})} == {404}


def test_many_who_ask_for_a_page_that_is_not_there_yet_wait_for_one_answer(site, application):
    application.go_on.clear()
    ThreadPoolExecutor().submit(lambda: (time.sleep(0.5), application.go_on.set()))
    servers = site.ask(*({} for _ in range(6)))
    assert {b"".join(one.sent).decode() for one in servers} == {TEXT}
    assert application.asked == 1


@pytest.mark.parametrize("status", ["500 Internal Server Error", "503 Service Unavailable"])
def test_an_older_page_stands_in_for_one_that_cannot_be_made(site, application, status):
    site.get()
    site.generation.changed()
    application.status = status
    for _ in range(3):
        server = site.get()
        assert (server.status, b"".join(server.sent).decode()) == (200, TEXT)
    assert application.asked == 2, "after a fault nobody waits for the next try"


def test_an_older_page_stands_in_for_one_that_does_not_come(site, application):
    site.get()
    site.generation.changed()
    application.go_on.clear()
    begun = time.monotonic()
    server = site.get()
    assert b"".join(server.sent).decode() == TEXT
    assert time.monotonic() - begun < 10
    application.go_on.set()


def test_a_page_that_expired_stands_in_for_nothing(site, application):
    application.attributes = {"ends_at": time.time() + 0.2}
    site.get()
    application.status = "500 Internal Server Error"
    time.sleep(0.3)
    assert site.get().status == 500


def test_a_page_is_made_anew_when_the_moment_comes_at_which_it_changes_by_itself(application, tmp_path):
    site = Site(application, tmp_path, next_change=lambda: time.time() + 0.2)
    site.get()
    site.get()
    assert application.asked == 1
    time.sleep(0.3)
    site.get()
    assert application.asked == 2


def test_kept_pages_come_back_after_a_restart_unless_something_was_taken_down(site, application, tmp_path):
    site.get()
    again = Site(application, tmp_path)
    assert again.pages.store.bring_back() == 1
    again.get()
    assert application.asked == 1
    again.generation.changed(takedown=True)
    assert Site(application, tmp_path).pages.store.bring_back() == 0


def test_a_damaged_file_is_passed_over_and_removed(site, application, tmp_path):
    site.get()
    (file,) = (tmp_path / "pages").iterdir()
    whole = file.read_bytes()
    for damaged in (b"", b"{}\n", whole[:-1], b"\0" * 50, whole.replace(b'"format": 1', b'"format": 0')):
        file.write_bytes(damaged)
        assert Site(application, tmp_path).pages.store.bring_back() == 0
        assert not file.exists()


def test_memory_and_disk_stay_within_their_room(application, tmp_path):
    site = Site(application, tmp_path, room=100_000)
    for number in range(60):
        application.text = f"{number} " * 1500
        site.get(path=f"/{number}/")
    store = site.pages.store
    assert store._entries.currsize <= 100_000
    assert 5 < len(list((tmp_path / "pages").iterdir())) <= len(store._entries) + 1
