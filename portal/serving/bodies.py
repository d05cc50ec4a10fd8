"""Reads what a request sends before a thread is given to it, so that a slow sender holds none."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from tempfile import SpooledTemporaryFile

IN_MEMORY = 1024 * 1024
SECONDS_WITHOUT_A_BYTE = 30


class RefusedError(Exception):
    """The request is not taken; holds status and the words for the answer."""

    def __init__(self, status: int, words: str):
        super().__init__(words)
        self.status, self.words = status, words


class Bodies:
    """Receives bodies of at most ``largest`` bytes, and of ``altogether`` bytes at any moment.

    What is more than a megabyte waits in a temporary file.
    """

    def __init__(self, largest: int, altogether: int):
        self.largest, self.altogether, self.held = largest, altogether, 0

    def _announced(self, headers) -> int:
        """Return the length that the request announces.

        Raises:
            RefusedError: if it announces none, or too much.
        """
        if "transfer-encoding" in headers:
            # No browser sends one; and where it was cut short could not be told.
            raise RefusedError(411, "Send the length of what you send.")
        length = headers.get("content-length") or "0"
        if not length.isascii() or not length.isdigit():
            raise RefusedError(400, "The length is no number.")
        if int(length[:20]) > self.largest:
            raise RefusedError(413, f"Too large: at most {self.largest // 1024**2} MB can be sent.")
        return int(length)

    @asynccontextmanager
    async def receive(self, scope, proto) -> AsyncIterator[tuple]:
        """Yield the body as a file, and its length.

        Raises:
            RefusedError: if it is too large, too slow, or ends before the length it announced.
        """
        length = self._announced(scope.headers)
        if not length:
            yield BytesIO(), 0
            return
        if self.held + length > self.altogether:
            raise RefusedError(503, "Too much is being sent at the moment. Try again in a minute.")
        self.held += length
        try:
            with SpooledTemporaryFile(max_size=IN_MEMORY) as file:
                await _copy(proto, file)
                if file.tell() != length:
                    raise RefusedError(400, "What you sent was cut short.")
                file.seek(0)
                yield file, length
        finally:
            self.held -= length


async def _copy(proto, file) -> None:
    """Write the body to the file as it arrives."""
    parts = aiter(proto)
    while True:
        try:
            # granian may end the body when asked for a part, or while the part is awaited.
            part = asyncio.ensure_future(anext(parts))
            done, _ = await asyncio.wait({part}, timeout=SECONDS_WITHOUT_A_BYTE)
            if not done:
                part.cancel()
                raise RefusedError(408, "Nothing arrived for too long.")
            file.write(part.result())
        except StopAsyncIteration:
            return
