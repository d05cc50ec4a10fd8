"""The bridge between server and WSGI application, with a server and applications made up here."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from types import SimpleNamespace
from wsgiref.util import FileWrapper

import pytest

from portal.serving import bodies
from portal.serving.bodies import Bodies
from portal.serving.bridge import Bridge

MEGABYTE = 1024 * 1024


class Server:
    """Takes the place of granian: gives a body in parts, and keeps what is answered."""

    def __init__(self, parts=()):
        self.parts, self.status, self.headers, self.sent = list(parts), None, [], []

    async def __aiter__(self):
        for part in self.parts:
            await asyncio.sleep(part if isinstance(part, float) else 0)
            if not isinstance(part, float):
                yield part

    def _begin(self, status, headers):
        self.status, self.headers = status, headers

    def response_empty(self, status, headers):
        self._begin(status, headers)

    def response_bytes(self, status, headers, body):
        self._begin(status, headers)
        self.sent.append(body)

    def response_str(self, status, headers, body):
        self.response_bytes(status, headers, body.encode())

    def response_file(self, status, headers, path):
        self.response_bytes(status, headers, path)

    def response_stream(self, status, headers):
        self._begin(status, headers)

        async def send_bytes(data):
            self.sent.append(data)

        return SimpleNamespace(send_bytes=send_bytes)


class Closing(list):
    """An application's answer that notes when it is closed."""

    closed = False
    streaming = False

    def close(self):
        self.closed = True


def answered(application, parts=(), method="GET", held=0, **headers) -> Server:
    """Return the server after it has passed one request to the application."""
    server, named = Server(parts), {name.replace("_", "-"): value for name, value in headers.items()}
    scope = SimpleNamespace(
        proto="http",
        http_version="1.1",
        server="127.0.0.1:80",
        client="192.0.2.1:1",
        scheme="http",
        method=method,
        path="/",
        query_string="q=secret",
        authority=None,
        headers=named,
    )
    waiting = Bodies(64 * MEGABYTE, 70 * MEGABYTE)
    waiting.held = held
    bridge = Bridge(application, threads=1, bodies=waiting, error_page=b"Sorry")
    # In a thread of its own: browser tests of the same process keep an event loop in this one.
    with ThreadPoolExecutor() as own_thread:
        own_thread.submit(asyncio.run, bridge.__rsgi__(scope, server)).result()
    bridge.__rsgi_del__(None)
    assert waiting.held == held
    return server


def saying(answer, *headers):
    def application(environ, start_response):
        start_response("200 OK", list(headers))
        return answer

    return application


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


def test_the_body_is_complete_before_the_application_sees_it():
    def application(environ, start_response):
        start_response("200 OK", [])
        return Closing([b"%d" % len(environ["wsgi.input"].read()), environ["CONTENT_LENGTH"].encode()])

    parts, length = [b"x" * MEGABYTE] * 3, str(3 * MEGABYTE)
    assert answered(application, parts, "POST", content_length=length).sent == [length.encode() * 2]


@pytest.mark.parametrize(
    ("status", "parts", "headers"),
    [
        (400, [b"cut"], {"content_length": "9"}),
        (400, [], {"content_length": "+9"}),
        (408, [b"slow", 0.5], {"content_length": "9"}),
        (411, [], {"transfer_encoding": "chunked"}),
        (413, [], {"content_length": "9" * 30}),
        (503, [], {"content_length": str(6 * MEGABYTE)}),
    ],
)
def test_a_body_that_cannot_be_taken_is_refused_with_words(monkeypatch, status, parts, headers):
    monkeypatch.setattr(bodies, "SECONDS_WITHOUT_A_BYTE", 0.1)
    server = answered(saying([b"never"]), parts, "POST", held=65 * MEGABYTE, **headers)
    assert server.status == status
    assert len(server.sent[0]) > 20
