"""Whoever opens connections and sends little keeps neither visitors nor editors out."""

import time
from contextlib import ExitStack

import pytest

from tests.browser.site_process import web_server

from .asking import Staff, ask, ask_raw, hold
from .conftest import DOWNLOAD

HEAD = b"Host: 127.0.0.1\r\nContent-Length: 67108864\r\n"
BEGUN = {
    "nothing": b"",
    "half a request": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n",
    "a request and then nothing": b"GET /robots.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
}


@pytest.mark.parametrize("begun", BEGUN)
def test_more_connections_than_there_is_room_for_are_thinned_out(own_site, begun):
    with web_server(own_site.data_dir, SERVER_CONNECTIONS="200") as server, ExitStack() as held:
        for _ in range(300):
            held.enter_context(hold(server.url, BEGUN[begun]))
        started = time.monotonic()
        assert ask(server.url, "/").status == 200
        assert time.monotonic() - started < 8  # it was half a minute


def test_readers_are_not_cut_off_in_a_crowd(own_site):
    get = f"GET {DOWNLOAD} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()
    with web_server(own_site.data_dir, SERVER_CONNECTIONS="200") as server, ExitStack() as held:
        reader = held.enter_context(hold(server.url, get, 256 * 1024))
        received = len(reader.recv(4096))
        for _ in range(250):
            held.enter_context(hold(server.url, b""))
        for _ in range(8):
            time.sleep(0.5)
            received += len(reader.recv(4096))
        assert ask(server.url, "/").status == 200
        while data := reader.recv(1024 * 1024):
            received += len(data)
    assert received > own_site.file.stat().st_size


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        (b"POST /search/ HTTP/1.1\r\n", 405),
        (b"POST /nowhere/ HTTP/1.1\r\n", 405),
        (b"POST /admin/login/ HTTP/1.1\r\n", 413),
        (b"POST /admin/documents/add/ HTTP/1.1\r\nCookie: sessionid=forged\r\n", 403),
        (b"POST /admin/images/multiple/add/ HTTP/1.1\r\nExpect: 100-continue\r\n", 403),
        (b"GET / HTTP/1.1\r\n", 413),
    ],
)
def test_a_large_body_of_a_stranger_is_refused_at_once(server, request_line, status):
    started = time.monotonic()
    answer = ask_raw(server.url, request_line + HEAD + b"\r\n")
    assert answer.startswith(f"HTTP/1.1 {status}".encode())
    assert b"100 Continue" not in answer
    assert time.monotonic() - started < 8


def test_many_who_announce_much_and_send_little_keep_no_editor_from_writing(own_site):
    with web_server(own_site.data_dir) as server, ExitStack() as held:
        for line in (b"POST /search/ HTTP/1.1\r\n", b"POST /admin/documents/add/ HTTP/1.1\r\n"):
            for _ in range(40):
                held.enter_context(hold(server.url, line + HEAD + b"\r\nx"))
        small = b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 60000\r\n\r\nx"
        for _ in range(40):
            held.enter_context(hold(server.url, small))
        assert Staff(server).get("/admin/").status == 200
