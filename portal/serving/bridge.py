"""Answers granian's requests by a WSGI application in a few threads, and sends files without them."""

import asyncio
import logging
import traceback
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from .bodies import Bodies, RefusedError
from .environ import environ_of
from .files import FilePart, part_to_send
from .streams import send_stream

logger = logging.getLogger(__name__)
WITHOUT_BODY = {204, 304}


@dataclass
class Head:
    """Status and headers; called by the WSGI application as its ``start_response``."""

    status: int = 500
    headers: list[tuple[str, str]] = field(default_factory=list)

    def __call__(self, status: str, headers: list[tuple[str, str]], exc_info=None):
        self.status = int(status.split(" ", 1)[0])
        self.headers = [(name.lower(), value) for name, value in headers]


class Bridge:
    """An RSGI application around a WSGI application.

    At most ``threads`` requests are worked on at once; the others wait. A thread makes the answer
    and is free again: it waits for no client, neither for what one sends nor until one has read.
    """

    def __init__(self, wsgi, *, threads: int, bodies: Bodies, error_page: bytes):
        self.wsgi, self.bodies, self.error_page = wsgi, bodies, error_page
        self.threads = ThreadPoolExecutor(threads, thread_name_prefix="django")

    def __rsgi_del__(self, loop) -> None:
        """Let the threads end what they are at when the server stops."""
        self.threads.shutdown(wait=True, cancel_futures=True)

    async def __rsgi__(self, scope, proto) -> None:
        """Answer one request."""
        if scope.proto != "http":
            return
        try:
            async with self.bodies.receive(scope, proto) as (body, length):
                environ = environ_of(scope, body, length)
                loop = asyncio.get_running_loop()
                send = await loop.run_in_executor(self.threads, self._answer, environ, proto, loop)
            send()
        except RefusedError as refusal:
            headers = [("content-type", "text/plain; charset=utf-8"), ("connection", "close")]
            proto.response_str(refusal.status, headers, f"{refusal.words}\n")

    def _answer(self, environ: dict, proto, loop):
        """Return a function that sends the answer and does not wait."""
        try:
            return self._ask(environ, proto, loop)
        except Exception as error:
            # Without the error's own words, which may repeat what a visitor sent.
            places = "".join(traceback.format_tb(error.__traceback__))
            logger.error("A request failed outside Django: %s\n%s", type(error).__name__, places)
            headers = [("content-type", "text/html; charset=utf-8"), ("cache-control", "no-store")]
            return lambda: proto.response_bytes(500, headers, self.error_page)

    def _ask(self, environ: dict, proto, loop):
        """Ask the application, in its thread, from the first question until its ``close``."""
        head = Head()
        answer = self.wsgi(environ, head)
        try:
            if environ["REQUEST_METHOD"] == "HEAD" or head.status in WITHOUT_BODY:
                return lambda: proto.response_empty(head.status, head.headers)
            if part := part_to_send(answer):
                return lambda: _send_file(proto, head, part)
            if getattr(answer, "streaming", True):
                return send_stream(proto, head, answer, loop)
            body = b"".join(answer)
            return lambda: proto.response_bytes(head.status, head.headers, body)
        finally:
            if hasattr(answer, "close"):
                answer.close()


def _send_file(proto, head: Head, part: FilePart) -> None:
    """Let granian send the part; it opens the file itself."""
    headers = head.headers
    if not any(name == "content-length" for name, _ in headers):
        headers = [*headers, ("content-length", str(part.length))]
    if head.status == 206:
        end = part.start + part.length  # the first byte not sent
        proto.response_file_range(head.status, headers, part.path, part.start, end)
    else:
        proto.response_file(head.status, headers, part.path)
