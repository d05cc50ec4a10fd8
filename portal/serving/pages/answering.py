"""Answers from what is kept, and sees that each page is made by one request at a time."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import contextmanager, suppress
from threading import Lock

from .entries import Entry, Key
from .keeping import Keeping

# How long a request waits for another that makes the same page, and for a page that does not come
# though an older one is there.
PATIENCE_SECONDS = 2.5
# After a fault nobody is made to wait for the next try as long as an older page is there.
TROUBLE_SECONDS = 5


APPLICATION, KEPT = "application", "kept"


class Turn:
    """Who sends the answer of a request: whoever takes the turn first."""

    def __init__(self):
        self._lock, self._whose = Lock(), ""

    def take(self, whose: str) -> bool:
        """Whether the turn is theirs, now or already."""
        with self._lock:
            self._whose = self._whose or whose
            return self._whose == whose


class Pages:
    """What a server asks before it asks the application, and when that fails.

    It is used in the server's loop alone; what is kept is also written from threads.
    """

    def __init__(self, keeping: Keeping):
        self.keeping, self.store = keeping, keeping.store
        self._making: dict[Key, asyncio.Future] = {}
        self._trouble = -float(TROUBLE_SECONDS)

    def key_of(self, scope) -> Key | None:
        """Return what the answer to a request may be kept under."""
        headers = scope.headers
        host = scope.authority or headers.get("host")
        return self.store.key(scope.method, host, scope.path, scope.query_string, headers)

    def send_fresh(self, key: Key, scope, proto) -> bool:
        """Send what says what is so now, if there is such an answer."""
        entry = self.store.fresh(key)
        if entry is None:
            return False
        self.send(entry, scope, proto)
        return True

    def send(self, entry: Entry, scope, proto, *, is_late: bool = False) -> None:
        """Send a kept answer; one that stands in for a newer one says so by a header (RFC 9211)."""
        kept = self.store.reply(entry, scope.method, scope.headers)
        headers = [*kept.headers, ("cache-status", "portal; hit; detail=stale")] if is_late else kept.headers
        if kept.body:
            proto.response_bytes(kept.status, headers, kept.body)
        else:
            proto.response_empty(kept.status, headers)

    def send_stand_in(self, key: Key, scope, proto) -> bool:
        """Send what may take the place of a newer answer, if there is such."""
        entry = self.store.stand_in(key)
        if entry is None:
            return False
        self.send(entry, scope, proto, is_late=True)
        return True

    @contextmanager
    def _made(self, key: Key):
        """Let others know that the page is being made, until it is there or could not be made."""
        ready = self._making[key] = asyncio.get_running_loop().create_future()
        try:
            yield
        finally:
            if self._making.get(key) is ready:
                del self._making[key]
            ready.set_result(None)

    async def answer(self, key: Key, scope, proto, ask: Callable[[Turn], Awaitable]) -> None:
        """Answer by what is kept or by ``ask``, which returns the status and what sends the answer.

        Others that ask for the page meanwhile get the older one, or wait where there is none.
        """
        if other := self._making.get(key):
            if self.send_stand_in(key, scope, proto):
                return
            await asyncio.wait({other}, timeout=PATIENCE_SECONDS)
            if self.send_fresh(key, scope, proto):
                return
        in_trouble = time.monotonic() - self._trouble < TROUBLE_SECONDS
        if in_trouble and self.send_stand_in(key, scope, proto):
            return
        with self._made(key):
            await self._ask(key, scope, proto, ask)

    async def _ask(self, key: Key, scope, proto, ask: Callable[[Turn], Awaitable]) -> None:
        """Ask the application; send an older page where it fails or does not come."""
        turn = Turn()
        job = asyncio.ensure_future(ask(turn))
        try:
            if self.store.stand_in(key):
                await asyncio.wait({job}, timeout=PATIENCE_SECONDS)
                failed = not job.done() or job.exception() is not None or job.result()[0] >= 500
                if failed and turn.take(KEPT):
                    self._trouble = time.monotonic()
                    job.add_done_callback(_forget)
                    if self.send_stand_in(key, scope, proto):
                        return
                    # Taken down meanwhile. Nobody else may send now, so this request does.
                    proto.response_empty(503, [("cache-control", "no-store"), ("retry-after", "5")])
                    return
            _, send = await job
        finally:
            del job  # a fault holds this frame, which must not hold the fault
        if turn.take(APPLICATION):
            send()


def _forget(job: asyncio.Future) -> None:
    """Look at how the job ended, so that nobody is told that no one did."""
    with suppress(asyncio.CancelledError):
        job.exception()
