"""Answers granian's requests by a WSGI application in a few threads, and sends files without them."""

import asyncio
import logging
import signal
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from portal.databases import roles

from .addresses import sender_of
from .bodies import Bodies
from .crews import BusyError, Crew
from .crowd import Crowd, client_of
from .environ import environ_of
from .files import FilePart, part_to_send
from .intake import Intake
from .pages.answering import APPLICATION, Pages, Turn
from .pages.entries import Key
from .pages.warming import Warming
from .refusals import PAGE_HEADERS, RefusedError
from .streams import send_stream

logger = logging.getLogger(__name__)
WITHOUT_BODY = {204, 304}
AWAY = 503  # what the application answers if the database does not
# How long a change made on one machine may be unknown on the others.
LISTEN_SECONDS = 1
# How much of a stranger's refused body is read, and for how long: no browser shows an answer before that.
DRAINED_BYTES, DRAINED_SECONDS = 1024 * 1024, 2


@dataclass
class Head:
    """Status and headers; called by the WSGI application as its ``start_response``."""

    status: int = 500
    headers: list[tuple[str, str]] = field(default_factory=list)

    def __call__(self, status: str, headers: list[tuple[str, str]], exc_info=None):
        self.status = int(status.split(" ", 1)[0])
        named = ((name.lower(), value) for name, value in headers)
        # The length of what is not sent would be that of the file, which Django does not know.
        is_empty = self.status in WITHOUT_BODY
        self.headers = [one for one in named if not (is_empty and one[0] == "content-length")]


@dataclass(frozen=True)
class Asked:
    """A request on its way to the application. What is streamed takes the ``turn`` before it is sent."""

    key: Key | None
    scope: Any
    environ: dict
    proto: Any
    turn: Turn
    loop: asyncio.AbstractEventLoop


@dataclass
class Bridge:
    """An RSGI application around a WSGI application.

    A few requests are worked on at once; the others wait, though not for long. A thread makes the
    answer and is free again: it waits for no client, neither for what one sends nor until one has read.
    """

    wsgi: Callable[..., Iterable[bytes]]
    visitors: Crew
    staff: Crew
    intake: Intake
    bodies: Bodies
    crowd: Crowd
    error_page: bytes
    staff_page: bytes = b""
    address_header: str = ""
    pages: Pages | None = None
    always_kept: Callable[[], list[str]] | None = None
    host: str = ""
    is_leaving = False
    listen: Callable[[], None] | None = None
    ear: Crew = field(default_factory=partial(Crew, 1, roles.VISITOR))
    _keeping: asyncio.Task | None = None
    when_ready = staticmethod(lambda: None)

    def __rsgi_init__(self, loop) -> None:
        """Say that requests are answered, as soon as they are."""
        loop.add_signal_handler(signal.SIGUSR1, self._leave)
        self.crowd.watch()
        self._keeping = loop.create_task(self._begin())

    async def _begin(self) -> None:
        """Say that requests are answered; from then on keep pages ready, until the server stops."""
        if not self.pages:
            self.when_ready()
            return
        await self._hear()
        self.pages.store.bring_back()
        self.when_ready()
        warming = Warming(self.pages, self.host, self._paths_to_keep, self._make)
        await asyncio.gather(warming.keep_warm(), self._keep_hearing())

    async def _hear(self) -> None:
        if self.listen:
            try:
                await self.ear.do(self.listen)
            except Exception as error:
                self._log(error)

    async def _keep_hearing(self) -> None:
        while self.listen:
            await asyncio.sleep(LISTEN_SECONDS)
            await self._hear()

    def _leave(self) -> None:
        """Let no client keep its connection: another worker has taken over, and this one will end."""
        self.is_leaving = True

    def __rsgi_del__(self, loop) -> None:
        """Let the threads end what they are at when the server stops."""
        if self._keeping:
            self._keeping.cancel()
        if self.pages:
            # Django counts the others. Of no visitor, and of no page.
            logger.info("%d answers were kept ones.", self.pages.store.hits)
        for crew in (self.visitors, self.staff, self.ear):
            crew.end()

    async def __rsgi__(self, scope, proto) -> None:
        """Answer one request: from what is kept, at once, or else by asking the application."""
        if scope.proto != "http":
            return
        pages = None if self.is_leaving else self.pages
        key = pages.key_of(scope) if pages else None
        if pages and key and pages.send_fresh(key, scope, proto):
            return
        client = client_of(scope)
        self.crowd.busy.add(client)
        try:
            if pages and key:
                await pages.answer(key, scope, proto, partial(self._asked, key, scope, proto))
            else:
                _, send = await self._asked(None, scope, proto, Turn())
                send()
        except RefusedError as refusal:
            # Looked up before the answer: what follows it must be read at once.
            is_known = refusal.status != 403 and await self._is_known(scope)
            proto.response_str(*refusal.told(scope))
            await self._drain(scope, proto, is_known)
        except BusyError:
            headers = [*PAGE_HEADERS, ("retry-after", "5"), *self._goodbye()]
            is_for_staff = self.staff_page and self.intake.is_for_staff(scope.path)
            proto.response_bytes(AWAY, headers, self.staff_page if is_for_staff else self.error_page)
        finally:
            self.crowd.busy.discard(client)

    async def _asked(self, key: Key | None, scope, proto, turn: Turn):
        """Return the status of the application's answer, and what sends it."""
        length = self.intake.length(scope)
        if length > self.intake.anyone:
            await self.staff.do(self._admit, scope.headers.get("cookie") or "")
        crew = self.staff if self.intake.is_for_staff(scope.path) else self.visitors
        async with self.bodies.receive(proto, length, sender_of(scope, self.address_header)) as body:
            asked = Asked(
                key, scope, environ_of(scope, body, length), proto, turn, asyncio.get_running_loop()
            )
            return await crew.do(self._answer, crew, asked)

    async def _paths_to_keep(self) -> list[str]:
        """Return what must always be there; nothing where it cannot be asked now."""
        try:
            return await self.visitors.do(self.always_kept)
        except Exception as error:
            self._log(error)
            return []

    async def _make(self, key: Key, scope, turn: Turn) -> None:
        """Let a page be made that nobody waits for."""
        with suppress(BusyError):
            await self._asked(key, scope, None, turn)

    def _admit(self, cookies: str) -> None:
        try:
            self.intake.admit(cookies)
        except RefusedError:
            raise
        except Exception as error:
            self._log(error)
            raise BusyError from None

    async def _drain(self, scope, proto, is_known: bool) -> None:
        """Read what a refused client has on its way, unless it waits to be asked."""
        if "expect" in scope.headers or not scope.headers.get("content-length"):
            return
        if is_known:
            await self.bodies.throw_away(proto, sender_of(scope, self.address_header))
            return
        left = DRAINED_BYTES
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAINED_SECONDS):
                async for part in proto:
                    left -= len(part)
                    if left < 0:
                        return

    async def _is_known(self, scope) -> bool:
        """Whether the refused request is that of somebody signed in whose browser sends all of it."""
        if not self.intake.is_worth_reading_away(scope):
            return False
        try:
            await self.staff.do(self._admit, scope.headers.get("cookie") or "")
        except (RefusedError, BusyError):
            return False
        return True

    def _goodbye(self) -> list[tuple[str, str]]:
        return [("connection", "close")] if self.is_leaving else []

    def _answer(self, crew: Crew, asked: Asked):
        """Return the status, and a function that sends the answer and does not wait."""
        head = Head()
        try:
            send = self._ask(head, asked)
            return head.status, send
        except Exception as error:
            self._log(error)
            return 500, lambda: asked.proto.response_bytes(500, PAGE_HEADERS, self.error_page)
        finally:
            if head.status == AWAY:
                crew.note_trouble()

    @staticmethod
    def _log(error: Exception) -> None:
        # Without the error's own words, which may repeat what a visitor sent.
        places = "".join(traceback.format_tb(error.__traceback__))
        logger.error("A request failed outside Django: %s\n%s", type(error).__name__, places)

    def _ask(self, head: Head, asked: Asked):
        """Ask the application, in its thread, from the first question until its ``close``."""
        proto, method = asked.proto, asked.environ["REQUEST_METHOD"]
        pages, key = self.pages, asked.key
        state = pages.keeping.state() if pages and key else None
        answer = self.wsgi(asked.environ, head)
        try:
            if method == "HEAD" or head.status in WITHOUT_BODY:
                head.headers += self._goodbye()
                return lambda: proto.response_empty(head.status, head.headers)
            if part := part_to_send(answer):
                head.headers += self._goodbye()
                return lambda: _send_file(proto, head, part)
            if getattr(answer, "streaming", True):
                roles.take_time()
            if pages and key and state:
                entry = pages.keeping.offer(key, state, head.status, head.headers, answer)
                if entry:
                    return lambda: pages.send(entry, asked.scope, proto)
            head.headers += self._goodbye()
            if getattr(answer, "streaming", True):
                if not asked.turn.take(APPLICATION):
                    return lambda: None
                return send_stream(proto, head, answer, asked.loop)
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
