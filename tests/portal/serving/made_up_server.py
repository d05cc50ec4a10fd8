"""Takes the place of granian around the bridge, and of Django behind it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

from portal.databases.roles import STAFF, VISITOR
from portal.serving.bodies import Bodies
from portal.serving.bridge import Bridge
from portal.serving.crews import Crew
from portal.serving.crowd import Crowd
from portal.serving.intake import Intake

MEGABYTE = 1024 * 1024
SIGNED_IN = "sessionid=good"


class Server:
    """Takes the place of granian: gives a body in parts, and keeps what is answered."""

    def __init__(self, parts=()):
        self.parts, self.status, self.headers, self.sent = list(parts), None, [], []
        self.read = 0  # bytes of the body

    async def __aiter__(self):
        for part in self.parts:
            await asyncio.sleep(part if isinstance(part, float) else 0)
            if not isinstance(part, float):
                self.read += len(part)
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
