"""Decides what is kept of what the application answers."""

import gzip
import logging
import time
from collections.abc import Callable, Iterable
from itertools import chain
from urllib.parse import parse_qsl

from ..generation import State
from .entries import Entry, Key
from .store import MEGABYTE, Store
from .variants import variants_of

logger = logging.getLogger(__name__)
# An answer is written anew after so long even if nothing changed: "open now" trusts a page for five
# minutes, and a change that somebody made in the database by hand shows.
LONGEST_SECONDS = 120
# A longer answer that is made bit by bit is passed on as it is made.
LARGEST = 4 * MEGABYTE
ADDED_BY_THE_SERVER = {"date", "connection", "server"}


def _is_for_all(status: int, headers: list[tuple[str, str]]) -> bool:
    """Whether the answer says of itself that everybody gets the same."""
    if status != 200:
        return False
    said = {name: value.lower() for name, value in headers}
    caching = said.get("cdn-cache-control") or said.get("cache-control", "")
    directives = {part.strip() for part in caching.split(",")}
    varies = {part.strip() for part in said.get("vary", "").split(",")} - {"", "accept-encoding"}
    policy, coding = said.get("content-security-policy", ""), said.get("content-encoding", "gzip")
    is_for_one = "set-cookie" in said or "'nonce-" in policy
    is_open = "public" in directives and "no-cache" not in directives
    return is_open and not varies and not is_for_one and coding == "gzip"


def _is_declared(query: str, names: Iterable[str]) -> bool:
    """Whether the query holds nothing but parameters that the address reads, each once."""
    if not query:
        return True
    asked = [name for name, _ in parse_qsl(query, keep_blank_values=True)]
    return bool(asked) and len(set(asked)) == len(asked) and set(asked) <= set(names)


class Keeping:
    """Keeps answers in a store until something changes.

    ``next_change`` is asked once for each state of the site: the moment (seconds since 1970) at which a
    page will say something else without anybody's doing. A response may say of itself
    ``kept_queries`` (names of the parameters that it reads) and ``ends_at`` (when it may no longer be shown).
    """

    def __init__(self, store: Store, next_change: Callable[[], float]):
        self.store = store
        self._next_change = next_change
        self._known: tuple[State, float] | None = None

    def state(self) -> State:
        """Return the state of the site before the application is asked."""
        return self.store.generation.now()

    def offer(self, key: Key, state: State, status: int, headers: list, answer) -> Entry | None:
        """Keep the answer if everybody gets the same, and return it as it was kept.

        ``state`` is what was so before the application was asked: it may have read what changed since.
        """
        is_declared = _is_declared(key.query, getattr(answer, "kept_queries", ()))
        if not is_declared or not _is_for_all(status, headers):
            if status in (301, 302, 404, 410):
                self.store.forget(key)
            return None
        body = _whole(answer)
        if body is None:
            return None
        coding = next((value for name, value in headers if name == "content-encoding"), "")
        if coding:
            body = gzip.decompress(body)
        kept = [one for one in headers if one[0] not in ADDED_BY_THE_SERVER]
        etag = next((value for name, value in kept if name == "etag"), "")
        now = time.time()
        entry = Entry(
            state,
            min(now + LONGEST_SECONDS, self._until(state, now)),
            getattr(answer, "ends_at", None) or float("inf"),
            variants_of(body, kept, etag),
        )
        self.store.keep(key, entry)
        return entry

    def _until(self, state: State, now: float) -> float:
        """Return until when nothing changes by itself."""
        known = self._known
        if known is None or known[0] != state or known[1] <= now:
            try:
                known = state, self._next_change()
            except Exception:  # the answer is there; only this could not be looked up
                logger.exception("The next change is not known")
                return now
            self._known = known
        return known[1]


def _whole(answer) -> bytes | None:
    """Return the whole body; None for one that is too long, which can still be read from the start."""
    if not getattr(answer, "streaming", False):
        return b"".join(answer)
    parts, size = [], 0
    stream = iter(answer)
    for part in stream:
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            answer.streaming_content = chain(parts, stream)
            return None
    return b"".join(parts)
