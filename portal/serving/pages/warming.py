"""Makes the most needed pages before anybody asks: after a start and after each change, one at a time."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from .answering import Pages, Turn
from .entries import Key

LOOK_SECONDS = 1
# Between two pages, so that readers and editors come first.
PAUSE_SECONDS = 0.1
# How many of the pages that were read most are made beside those that must always be there.
MOST_READ = 20


@dataclass(frozen=True)
class OwnRequest:
    """A request that nobody sent, as granian would tell it."""

    path: str
    authority: str
    proto: str = "http"
    http_version: str = "1.1"
    server: str = "127.0.0.1:80"
    client: str = "127.0.0.1:0"
    scheme: str = "http"
    method: str = "GET"
    query_string: str = ""
    headers: dict[str, str] = field(default_factory=dict)


class Warming:
    """Keeps pages ready. ``always`` returns the paths of those that must be; it is asked in a thread.

    ``ask`` passes a request to the application as the server does for a reader.
    """

    def __init__(self, pages: Pages, host: str, always: Callable[[], Awaitable[list[str]]], ask):
        self.pages, self.host, self.always, self.ask = pages, host, always, ask

    async def keep_warm(self) -> None:
        """Look again and again; wait until a burst of changes is over."""
        done, seen = None, None
        while True:
            state = self.pages.keeping.state()
            if state == seen != done:
                await self._make_all(state)
                done = state
            seen = state
            await asyncio.sleep(LOOK_SECONDS)

    async def _make_all(self, state) -> None:
        keys = {Key(path, ""): None for path in await self.always()}
        keys |= dict.fromkeys(key for key in self.pages.store.most_read(MOST_READ) if not key.query)
        for key in keys:
            if self.pages.keeping.state() != state:
                return
            if self.pages.store.fresh(key) is None:
                await self._make(key)
                await asyncio.sleep(PAUSE_SECONDS)

    async def _make(self, key: Key) -> None:
        turn = Turn()
        turn.take("nobody")  # so that nothing is sent
        await self.ask(key, OwnRequest(key.path, self.host), turn)
