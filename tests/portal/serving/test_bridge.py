"""The bridge between server and WSGI application, with a server and applications made up here."""

import asyncio
import gc
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from wsgiref.util import FileWrapper

import pytest

from .made_up_server import MEGABYTE, SIGNED_IN, Closing, Server, answered, bridge_to, saying, scope_of


def test_every_cookie_is_kept_and_the_answer_is_closed():
    answer = Closing([b"a", b"b"])
    server = answered(saying(answer, ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")))
    assert (server.status, b"".join(server.sent), answer.closed) == (200, b"ab", True)
    assert server.headers == [("set-cookie", "a=1"), ("set-cookie", "b=2")]


def test_head_has_the_headers_alone():
    answer = Closing([b"body"])
    server = answered(saying(answer, ("Content-Length", "4")), method="HEAD")
    assert (server.headers, server.sent, answer.closed) == ([("content-length", "4")], [], True)


def test_a_fault_is_answered_with_the_page_for_it_and_logged_without_what_was_sent(caplog):
    def broken(environ, start_response):
        raise ValueError(environ["QUERY_STRING"])

    server = answered(broken)
    assert (server.status, server.sent) == (500, [b"Sorry"])
    assert "ValueError" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("size", [10, 5 * MEGABYTE])
def test_a_stream_arrives_whole_and_is_closed(size):
    class Stream:
        closed = False

        def __iter__(self):
            return iter([b"x" * 1000] * (size // 1000) + [b"y" * (size % 1000)])

        def close(self):
            self.closed = True

    answer = Stream()
    server = answered(saying(answer))
    assert (len(b"".join(server.sent)), answer.closed) == (size, True)


def test_a_stream_that_breaks_early_is_a_fault_and_not_half_an_answer():
    def stream():
        yield b"half"
        raise RuntimeError

    server = answered(saying(stream()))
    assert (server.status, server.sent) == (500, [b"Sorry"])


def test_a_real_file_is_left_to_the_server_and_any_other_is_sent(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"content")
    with path.open("rb") as file:
        assert answered(saying(FileWrapper(file))).sent == [str(path)]
    assert answered(saying(FileWrapper(BytesIO(b"content")))).sent == [b"content"]


def test_who_waits_behind_busy_threads_gets_the_page_with_help_in_time():
    begun, go_on = threading.Event(), threading.Event()

    def stuck(environ, start_response):
        begun.set()
        go_on.wait(30)
        start_response("200 OK", [])
        return Closing([b"late"])

    async def both():
        bridge, first, second, staff = bridge_to(stuck), Server(), Server(), Server()
        busy = asyncio.ensure_future(bridge.__rsgi__(scope_of("GET", "/", {}), first))
        await asyncio.to_thread(begun.wait, 10)
        started = time.monotonic()
        await bridge.__rsgi__(scope_of("GET", "/", {}), second)
        waited = time.monotonic() - started
        go_on.set()
        await busy
        await bridge.__rsgi__(scope_of("GET", "/admin/", {}), staff)
        bridge.__rsgi_del__(None)
        return first.status, second.status, second.sent, staff.status, waited

    with ThreadPoolExecutor() as own_thread:
        *found, waited = own_thread.submit(asyncio.run, both()).result()
    assert found == [200, 503, [b"Sorry"], 200]
    assert waited < 3


def test_an_answer_without_a_body_tells_no_length():
    def application(environ, start_response):
        start_response("304 Not Modified", [("Content-Length", "0"), ("ETag", '"a"')])
        return Closing([])

    assert answered(application, method="HEAD").headers == [("etag", '"a"')]


@pytest.mark.parametrize("cookie", ["sessionid=forged", SIGNED_IN])
def test_nothing_of_a_refused_request_is_left_that_would_hold_its_connection_open(cookie):
    """As the server sees it, a connection is in use until the last reference to its request is gone."""

    async def refused():
        bridge, server = (
            bridge_to(lambda environ, start: start("200 OK", []) or Closing([b"never"])),
            Server([]),
        )
        length = str(90 * MEGABYTE if cookie == SIGNED_IN else 10 * MEGABYTE)
        scope = scope_of("POST", "/admin/documents/add/", {"cookie": cookie, "content-length": length})
        await bridge.__rsgi__(scope, server)
        bridge.__rsgi_del__(None)
        return server.status, weakref.ref(server)

    gc.collect()
    gc.disable()
    try:
        with ThreadPoolExecutor() as own_thread:
            status, left = own_thread.submit(asyncio.run, refused()).result()
    finally:
        gc.enable()
    assert status in (403, 413)
    assert left() is None
