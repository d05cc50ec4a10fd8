"""Reads what a request sends before a thread is given to it, so that a slow sender holds none."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, contextmanager, suppress
from io import BytesIO
from tempfile import SpooledTemporaryFile

from .refusals import RefusedError

IN_MEMORY = 1024 * 1024
# In each span of so many seconds so many bytes must arrive, or the rest.
SPAN_SECONDS, LEAST_BYTES = 15, 15 * 1024


class Bodies:
    """Receives bodies, and holds no more than ``altogether`` bytes of those larger than ``small``.

    What counts is what has arrived, not what was announced. What is more than a megabyte waits in a
    temporary file. One address sends ``at_once`` at a time; addresses are in memory alone, and only
    as long as something arrives from them.
    """

    def __init__(self, altogether: int, small: int, at_once: int = 8):
        self.altogether, self.small, self.at_once = altogether, small, at_once
        self.held = 0
        self.senders: Counter[str] = Counter()

    @contextmanager
    def _turn(self, sender: str | None):
        """Take one of the sender's places; who is not known has as many as there are connections."""
        if sender is None:
            yield
            return
        if self.senders[sender] >= self.at_once:
            raise RefusedError(429, "You are sending too much at once. Wait a moment, then send it again.")
        self.senders[sender] += 1
        try:
            yield
        finally:
            self.senders[sender] -= 1
            self.senders += Counter()  # forgets who has nothing on its way

    @asynccontextmanager
    async def receive(self, proto, length: int, sender: str | None) -> AsyncIterator:
        """Yield the body, of the announced length, as a file.

        Raises:
            RefusedError: if it is too slow, ends early, or comes when too much is held already.
        """
        if not length:
            yield BytesIO()
            return
        arrived = 0
        with SpooledTemporaryFile(max_size=IN_MEMORY) as file:
            try:
                with self._turn(sender):
                    async for part in _parts(proto):
                        file.write(part)
                        arrived += len(part)
                        self.held += len(part)
                        if length > self.small and self.held > self.altogether:
                            raise RefusedError(
                                503, "Too much is being sent at the moment. Try again in a minute."
                            )
                if arrived != length:
                    raise RefusedError(400, "What you sent was cut short.")
                file.seek(0)
                yield file
            finally:
                self.held -= arrived

    async def throw_away(self, proto, sender: str | None) -> None:
        """Read a body that was refused and keep nothing of it, as long as enough of it arrives."""
        with suppress(RefusedError), self._turn(sender):
            async for _ in _parts(proto):
                pass


async def _parts(proto) -> AsyncIterator[bytes]:
    """Yield the body as it arrives.

    Raises:
        RefusedError: if too little arrives in a span of time.
    """
    parts, part, ends, came = aiter(proto), None, time.monotonic() + SPAN_SECONDS, 0
    try:
        while True:
            # granian may end the body when asked for a part, or while the part is awaited.
            part = part or asyncio.ensure_future(anext(parts))
            await asyncio.wait({part}, timeout=max(0, ends - time.monotonic()))
            data = part.result() if part.done() else None
            if data is not None:  # it may be empty
                part, came = None, came + len(data)
                yield data
            if time.monotonic() >= ends:
                if came < LEAST_BYTES:
                    raise RefusedError(408, "Too little arrived for too long. Send it again.")
                ends, came = time.monotonic() + SPAN_SECONDS, 0
    except StopAsyncIteration:
        return
    finally:
        if part:
            part.cancel()
        del part, parts  # a fault holds this frame, which must hold neither the fault nor the connection
