"""Keeps answers in memory, bounded in bytes, and beside it on disk for the next start."""

import time
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

from cachetools import LRUCache

from ..generation import Generation
from .entries import Entry, Key
from .shelf import Shelf
from .variants import accepted, is_unchanged

MEGABYTE = 1024 * 1024
# Answers to queries may be many, of which few are asked for again: they take no more than this part.
QUERIES_SHARE = 0.25
# No single answer takes more than this part of the room.
LARGEST_SHARE = 0.125
READING = {"GET", "HEAD"}


class Kept(NamedTuple):
    """What a client is sent: nothing of it waits for anything."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


class Store:
    """Kept answers. It knows no server: whoever serves asks ``key``, ``fresh`` and ``keep``.

    ``is_own_host`` says whether a Host header names this site; ``session_cookie`` is the name of the
    cookie by which staff are known, who are never given what is kept.
    """

    def __init__(
        self,
        generation: Generation,
        room: int,
        is_own_host: Callable[[str], bool],
        session_cookie: str,
        shelf: Shelf | None = None,
    ):
        self.generation, self.room = generation, room
        self.is_own_host, self.session_cookie = is_own_host, session_cookie
        self.shelf = shelf
        queries = int(room * QUERIES_SHARE)
        self._entries: LRUCache[Key, Entry] = LRUCache(room - queries, getsizeof=lambda entry: entry.size)
        self._queries: LRUCache[Key, Entry] = LRUCache(queries, getsizeof=lambda entry: entry.size)
        self._lock, self._is_back = Lock(), False
        self.hits = 0

    def key(self, method: str, host: str | None, path: str, query: str, headers) -> Key | None:
        """Return what the answer to a request may be kept under; None if it is for one reader alone."""
        if method not in READING or not host or "content-length" in headers or "transfer-encoding" in headers:
            return None
        cookie = headers.get("cookie")
        if cookie and self.session_cookie in cookie:
            return None
        return Key(path, query) if self.is_own_host(host) else None

    def _entry(self, key: Key) -> Entry | None:
        with self._lock:
            return (self._queries if key.query else self._entries).get(key)

    def fresh(self, key: Key) -> Entry | None:
        """Return what says what is so now."""
        entry = self._entry(key)
        return entry if entry and entry.is_fresh(self.generation.now(), time.time()) else None

    def stand_in(self, key: Key) -> Entry | None:
        """Return what may be shown while a newer answer is made, or where none can be made."""
        entry = self._entry(key)
        return entry if entry and entry.may_be_shown(self.generation.now(), time.time()) else None

    def keep(self, key: Key, entry: Entry) -> None:
        """Keep an answer, unless it is too large or a newer one is there."""
        if entry.size > self.room * LARGEST_SHARE:
            return
        entries = self._queries if key.query else self._entries
        with self._lock:
            known = entries.get(key)
            if known and known.state.generation > entry.state.generation:
                return
            before = set(entries) if entries.currsize + entry.size > entries.maxsize else set()
            entries[key] = entry
            gone = before - set(entries)
        if self.shelf:
            self.shelf.put(key, entry)
            for old in gone:
                self.shelf.drop(old)

    def forget(self, key: Key) -> None:
        """Keep nothing any more under the key: the address answers otherwise now."""
        with self._lock:
            (self._queries if key.query else self._entries).pop(key, None)
        if self.shelf:
            self.shelf.drop(key)

    def bring_back(self) -> int:
        """Take in what lies on disk from an earlier start, once; return how many answers came back."""
        found = 0
        if self.shelf is None or self._is_back:
            return found
        self._is_back = True
        for key, entry in self.shelf.all():
            if (
                not entry.may_be_shown(self.generation.now(), time.time())
                or entry.size > self.room * LARGEST_SHARE
            ):
                self.shelf.drop(key)
                continue
            entries = self._queries if key.query else self._entries
            with self._lock:
                # What was made since is newer; what has no room any more is gone from memory alone.
                if key not in entries:
                    entries[key] = entry
                    found += 1
        return found

    def most_read(self, count: int) -> list[Key]:
        """Return the keys of the answers that were asked for most since they were written."""
        with self._lock:
            entries = sorted(self._entries.items(), key=lambda one: one[1].hits, reverse=True)
        return [key for key, _ in entries[:count]]

    def reply(self, entry: Entry, method: str, headers) -> Kept:
        """Return what is sent to a client with these request headers."""
        self.hits += 1
        entry.hits += 1
        variant = entry.variant(accepted(headers.get("accept-encoding") or ""))
        asked = headers.get("if-none-match")
        if asked and is_unchanged(asked, variant.etag):
            return Kept(304, variant.headers_unchanged, b"")
        return Kept(200, variant.headers, b"" if method == "HEAD" else variant.body)
