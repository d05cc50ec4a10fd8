"""The bridge between server and WSGI application, with a server and applications made up here."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from types import SimpleNamespace
from wsgiref.util import FileWrapper

import pytest

from portal.databases.roles import STAFF, VISITOR
from portal.serving import bodies
from portal.serving.bodies import Bodies
from portal.serving.bridge import Bridge
from portal.serving.crews import Crew
from portal.serving.crowd import Crowd
from portal.serving.intake import Intake

MEGABYTE = 1024 * 1024
UPLOAD, SIGNED_IN = "/admin/documents/add/", "sessionid=good"


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


def bridge_to(application, held=0) -> Bridge:
    """Return a bridge with one thread for visitors and one for staff."""
    waiting = Bodies(70 * MEGABYTE, small=65536)
    waiting.held = held
    return Bridge(
        application,
        visitors=Crew(1, VISITOR),
        staff=Crew(1, STAFF),
        intake=Intake(lambda cookies: cookies == SIGNED_IN),
        bodies=waiting,
        crowd=Crowd(0, 1000),
        error_page=b"Sorry",
        address_header="x-real-ip",
    )


def scope_of(method: str, path: str, headers: dict) -> SimpleNamespace:
    """Return a request as granian tells it."""
    return SimpleNamespace(
        proto="http",
        http_version="1.1",
        server="127.0.0.1:80",
        client="192.0.2.1:1",
        scheme="http",
        method=method,
        path=path,
        query_string="q=secret",
        authority=None,
        headers=headers,
    )


def answered(application, parts=(), method="GET", held=0, path="/", **headers) -> Server:
    """Return the server after it has passed one request to the application."""
    server, named = Server(parts), {name.replace("_", "-"): value for name, value in headers.items()}
    scope = scope_of(method, path, named)
    bridge = bridge_to(application, held)
    # In a thread of its own: browser tests of the same process keep an event loop in this one.
    with ThreadPoolExecutor() as own_thread:
        own_thread.submit(asyncio.run, bridge.__rsgi__(scope, server)).result()
    bridge.__rsgi_del__(None)
    assert (bridge.bodies.held, bridge.bodies.senders, bridge.crowd.busy) == (held, {}, set())
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

    parts, length = [b"", b"x" * MEGABYTE, b"x" * MEGABYTE, b"x" * MEGABYTE, b""], str(3 * MEGABYTE)
    server = answered(application, parts, "POST", path=UPLOAD, cookie=SIGNED_IN, content_length=length)
    assert server.sent == [length.encode() * 2]


@pytest.mark.parametrize(
    ("status", "parts", "headers"),
    [
        (400, [b"cut"], {"content_length": "9"}),
        (400, [], {"content_length": "+9"}),
        (408, [b"slow", 0.5], {"content_length": "9"}),
        (411, [], {"transfer_encoding": "chunked"}),
        (413, [], {"content_length": "9" * 30}),
        (503, [b"x" * 6 * MEGABYTE], {"content_length": str(6 * MEGABYTE)}),
    ],
)
def test_a_body_that_cannot_be_taken_is_refused_with_words(monkeypatch, status, parts, headers):
    monkeypatch.setattr(bodies, "SPAN_SECONDS", 0.1)
    headers["cookie"] = SIGNED_IN
    server = answered(saying([b"never"]), parts, "POST", held=65 * MEGABYTE, path=UPLOAD, **headers)
    assert server.status == status
    assert len(server.sent[0]) > 20


@pytest.mark.parametrize(
    ("method", "path", "length", "status"),
    [
        ("POST", "/search/", 0, 405),
        ("POST", "/search/", 64 * MEGABYTE, 405),
        ("PUT", "/", 9, 405),
        ("TRACE", "/", 0, 405),
        ("GET", "/", 9, 413),
        ("HEAD", "/admin/", 9, 413),
        ("POST", "/admin/login/", 64 * MEGABYTE, 413),
        ("POST", "/admin/login/", MEGABYTE, 403),
        ("POST", "/admin/documents-of-others/", 10 * MEGABYTE, 413),
        ("POST", UPLOAD, 65 * MEGABYTE, 413),
        ("POST", UPLOAD, MEGABYTE, 403),
    ],
)
def test_what_nobody_may_send_there_is_refused_before_it_is_read(method, path, length, status):
    headers = {"content_length": str(length), "cookie": "sessionid=forged", "expect": "100-continue"}
    server = answered(saying([b"never"]), method=method, path=path, **headers)
    assert server.status == status


def test_a_trickle_is_refused_however_long_it_has_flowed(monkeypatch):
    monkeypatch.setattr(bodies, "SPAN_SECONDS", 0.2)
    head = [b"x" * MEGABYTE]
    trickle = [part for _ in range(20) for part in (b"x", 0.05)]
    length = str(2 * MEGABYTE)
    server = answered(
        saying([b"never"]), head + trickle, "POST", path=UPLOAD, cookie=SIGNED_IN, content_length=length
    )
    assert server.status == 408


def test_who_sends_slowly_but_steadily_is_waited_for(monkeypatch):
    monkeypatch.setattr(bodies, "SPAN_SECONDS", 0.2)
    monkeypatch.setattr(bodies, "LEAST_BYTES", 1000)
    parts = [part for _ in range(10) for part in (b"x" * 1000, 0.08)]
    server = answered(saying(Closing([b"taken"])), parts, "POST", path=UPLOAD, content_length="10000")
    assert (server.status, server.sent) == (200, [b"taken"])


def test_only_what_has_arrived_counts_as_held():
    held_then = []

    def application(environ, start_response):
        start_response("200 OK", [])
        held_then.append(len(environ["wsgi.input"].read()))
        return Closing([b"taken"])

    server = answered(application, [b"abc"], "POST", held=70 * MEGABYTE, path=UPLOAD, content_length="3")
    assert (server.status, held_then) == (200, [3])


def test_one_address_cannot_take_all_places_and_keeps_no_other_from_its_own():
    async def ask(bridge, address, server):
        headers = {"content-length": "3", "x-real-ip": address}
        await bridge.__rsgi__(scope_of("POST", "/admin/login/", headers), server)
        return server.status

    async def all_at_once():
        bridge = bridge_to(lambda environ, start: start("200 OK", []) or Closing([b"taken"]))
        many = [ask(bridge, "192.0.2.9", Server([0.5, b"abc"])) for _ in range(20)]
        found = await asyncio.gather(*many, ask(bridge, "192.0.2.10", Server([0.5, b"abc"])))
        bridge.__rsgi_del__(None)
        return found, bridge.bodies.senders

    with ThreadPoolExecutor() as own_thread:
        (*many, other), left = own_thread.submit(asyncio.run, all_at_once()).result()
    assert (sorted(many), other, left) == ([200] * 8 + [429] * 12, 200, {})


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
