"""Reads one object from bytes, as a reader does that repairs: for objects that no table of a PDF names."""

import re

from ..limits import MAX_DEPTH
from .plain import Entries, Name, Ref
from .refusal import RefusalError
from .whole import Content

_SKIPPED = re.compile(rb"(?:[\0\t\n\f\r ]|%[^\r\n]*)*")
_REFERENCE = re.compile(rb"(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![A-Za-z0-9])")
_WORD = re.compile(rb"[^\0\t\n\f\r /<>\[\](){}%]+")
_NAME = re.compile(rb"/[^\0\t\n\f\r /<>\[\](){}%]*")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_HEX = re.compile(rb"<([^>]*)>?")
_NO_HEX = re.compile(rb"[^0-9A-Fa-f]")
_IN_STRING = re.compile(rb"[()\\]")
_BACKSLASH = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_LETTERS |= dict.fromkeys((b"\n", b"\r", b"\r\n"), b"")
_CLOSED = object()


class Reader:
    """Reads from ``at`` in ``data``; what is no syntax is skipped, and the end closes all that is open."""

    def __init__(self, data: Content, at: int = 0, end: int | None = None):
        self.data, self.at = data, at
        self.end = len(data) if end is None else end

    def read(self):
        """Return the object, as ``plain`` writes it; a dictionary before "stream" is a stream's."""
        found = self._value(1)
        self._take(_SKIPPED)
        if isinstance(found, Entries) and self.data[self.at : self.at + 6] == b"stream":
            found.is_stream = True
        return None if found is _CLOSED else found

    def _take(self, pattern: re.Pattern[bytes]) -> re.Match[bytes]:
        """Return what stands here and go on behind it, for a pattern that fits whatever stands here."""
        found = pattern.match(self.data, self.at, self.end)
        assert found is not None
        self.at = found.end()
        return found

    def _value(self, depth: int):
        if depth > MAX_DEPTH:
            raise RefusalError("too-complex")
        self._take(_SKIPPED)
        if self.at >= self.end:
            return _CLOSED
        start = self.data[self.at : self.at + 2]
        if start == b"<<":
            self.at += 2
            return self._entries(depth)
        if start in (b">>",):
            self.at += 2
            return _CLOSED
        first = start[:1]
        if first == b"[":
            self.at += 1
            return self._list(depth)
        if first == b"/":
            return Name(_unescaped(self._take(_NAME)[0]))
        if first == b"(":
            return self._string()
        if first == b"<":
            digits = _NO_HEX.sub(b"", self._take(_HEX)[1])
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        if first in b"]){}>":
            self.at += 1
            return _CLOSED if first == b"]" else None
        return self._word()

    def _word(self):
        if found := _REFERENCE.match(self.data, self.at, self.end):
            self.at = found.end()
            return Ref(int(found[1]), int(found[2]))
        start, word = self.at, self._take(_WORD)[0]
        if word in (b"endobj", b"stream", b"endstream"):
            self.at = start
            return _CLOSED
        try:
            return int(word) if len(word) < 20 else None
        except ValueError:
            return {b"true": True, b"false": False}.get(word)

    def _list(self, depth: int) -> list:
        found = []
        while (value := self._value(depth + 1)) is not _CLOSED:
            found.append(value)
        return found

    def _entries(self, depth: int) -> Entries:
        entries = Entries()
        while (key := self._value(depth + 1)) is not _CLOSED:
            if not isinstance(key, Name):
                continue
            if (value := self._value(depth + 1)) is _CLOSED:
                break
            if key in entries and entries[key] != value:
                entries.repeated.append((key, entries[key]))
            entries[key] = value
        return entries

    def _string(self) -> bytes:
        self.at += 1
        start, level = self.at, 1
        while found := _IN_STRING.search(self.data, self.at, self.end):
            self.at = found.end() + (found[0] == b"\\")
            level += {b"(": 1, b")": -1}.get(found[0], 0)
            if not level:
                return _BACKSLASH.sub(_character, self.data[start : found.start()])
        self.at = self.end
        return _BACKSLASH.sub(_character, self.data[start : self.end])


def _character(escape) -> bytes:
    what = escape[1]
    return bytes([int(what, 8) & 255]) if what[0] in b"01234567" else _LETTERS.get(what, what)


def _unescaped(name: bytes) -> str:
    return _ESCAPE.sub(lambda escape: bytes([int(escape[1], 16)]), name).decode("utf-8", "surrogateescape")
