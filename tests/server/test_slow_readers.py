"""Readers and senders who take their time keep nobody else waiting."""

from contextlib import ExitStack

from tests.browser.site_process import web_server

from .asking import ask, hold
from .conftest import DOWNLOAD

GET = f"GET {DOWNLOAD} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
HALF_A_REQUEST = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
HALF_A_FORM = b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nuser"


def test_with_one_thread_a_page_still_answers_beside_readers_and_senders_who_wait(own_site):
    with web_server(own_site.data_dir, SERVER_THREADS="1") as server, ExitStack() as held:
        readers = [held.enter_context(hold(server.url, GET)) for _ in range(20)]
        for request in (HALF_A_REQUEST, HALF_A_FORM):
            for _ in range(100):
                held.enter_context(hold(server.url, request))
        assert all(reader.recv(12) == b"HTTP/1.1 200" for reader in readers)
        assert ask(server.url, "/").status == 200
        assert len(ask(server.url, DOWNLOAD).body) == own_site.file.stat().st_size


def test_a_form_that_was_cut_short_never_reaches_the_site(server):
    with hold(server.url, HALF_A_FORM) as connection:
        connection.shutdown(1)
        assert connection.recv(12) in (b"", b"HTTP/1.1 400")
    assert ask(server.url, "/").status == 200
