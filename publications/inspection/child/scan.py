"""Finds every object in a file's bytes, whether or not a table of the file names it.

A program that saves quickly appends what changed, and leaves what was before: an earlier revision. A reader
that repairs a file finds those objects in this way too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..limits import MAX_ALL_STREAMS_BYTES, MAX_FILTERS, MAX_OBJECTS
from .filters import FILTERS, Damage
from .plain import Entries, Name
from .refusal import RefusalError
from .streams import Parameters, decoded, limited
from .syntax import Reader
from .whole import PIECE, Content, let_go

_GAP = rb"(?:[\0\t\n\f\r ]|%[^\r\n]{0,200}[\r\n]){1,50}"
_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,10})" + _GAP + rb"[0-9]{1,5}" + _GAP + rb"obj(?![A-Za-z])")
_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)?")
_END = re.compile(rb"[\0\t\n\f\r ]{0,8}endstream")
_NUMBERS = re.compile(rb"[0-9]+")
# How long the beginning of an object may be at most, by its pattern, in bytes.
_LONGEST = 32 * 1024
# How far from its beginning an object's dictionary names its kind, in bytes.
_LOOKED_AT = 4096


@dataclass
class Found:
    """An object of its own in the file: its number, where it begins and where its value begins."""

    number: int
    start: int
    body: int
    # What a container of objects holds: (number, where it begins in the decoded stream).
    packed: list[tuple[int, int]] = field(default_factory=list)


class Scan:
    """All objects of a file by their places.

    Raises:
        RefusalError: when made: "bomb" or "too-complex", for what would be too much for any reader.
    """

    def __init__(self, content: Content):
        self.content = content
        self.found: list[Found] = []
        self._total = 0
        for match in _begun(content):
            one = Found(int(match[1]), match.start(), match.end())
            near = content[one.body : one.body + _LOOKED_AT]
            if b"XRef" in near or b"ObjStm" in near or b"#" in near[:200]:
                self._look_into(one)
            self.found.append(one)
            if len(self.found) > 2 * MAX_OBJECTS:
                raise RefusalError("too-complex")

    def _look_into(self, one: Found) -> None:
        """Count what a table or container holds, before a library reads it, and list what is in it."""
        entries = self._read(one.body)
        kind = entries.get("/Type") if isinstance(entries, Entries) else None
        if kind not in ("/XRef", "/ObjStm"):
            return
        data = self._decoded(one, entries)
        if kind == "/ObjStm" and isinstance(first := entries.get("/First"), int):
            numbers = [int(number[:12]) for number in _NUMBERS.findall(data[: max(0, first)])]
            pairs = zip(numbers[::2], numbers[1::2], strict=False)
            one.packed = [(number, first + offset) for number, offset in pairs]

    def _read(self, at: int):
        return Reader(self.content, at).read()

    def _decoded(self, one: Found, entries: Entries) -> bytes:
        """Return what a stream holds, or as much of it as can be read."""
        reader = Reader(self.content, one.body)
        reader.read()
        begin = _STREAM.match(self.content, reader.at)
        if not begin:
            return b""
        length = entries.get("/Length")
        end = begin.end() + length if isinstance(length, int) and length >= 0 else -1
        if end < 0 or not _END.match(self.content, end):
            end = self.content.find(b"endstream", begin.end())
        held = []
        try:
            pieces, _, _ = decoded(self.content[begin.end() : end], _filters(entries), Damage())
            for piece in limited(pieces):
                self._total += len(piece)
                if self._total > MAX_ALL_STREAMS_BYTES:
                    raise RefusalError("bomb")
                held.append(piece)
        except RefusalError as refusal:
            if refusal.code != "damaged":  # encrypted, perhaps; whoever needs it will say so
                raise
        return b"".join(held)

    def hidden(self, table: dict, every: bool = False) -> Iterator[tuple[int, object]]:
        """Yield number and value, as ``plain`` writes it, of each object that the file's table does not name.

        ``table`` is that of pikepdf; ``every`` yields those that it names as well.
        """
        places = {entry.offset for entry in table.values() if entry.type == 1}
        packed = {
            (entry.obj_stream_number, entry.obj_stream_index, number)
            for (number, _), entry in table.items()
            if entry.type == 2
        }
        for one in self.found:
            is_named = one.start in places
            if every or not is_named:
                yield one.number, self._read(one.body)
            lost = [
                (number, place)
                for index, (number, place) in enumerate(one.packed)
                if every or not is_named or (one.number, index, number) not in packed
            ]
            data = self._decoded(one, self._read(one.body)) if lost else b""
            for number, place in lost:
                yield number, Reader(data, place).read()


def _begun(content: Content) -> Iterator[re.Match[bytes]]:
    """Yield where each object begins, looking at a piece of the file at a time."""
    at = 0
    while at < len(content):
        end = at + PIECE
        for match in _OBJECT.finditer(content, at, end + _LONGEST):
            if match.start() >= end:
                break
            yield match
            at = match.end()
        at = max(at, end)
        let_go(content)


def _filters(entries: Entries) -> list[tuple[str, Parameters]]:
    names, parameters = entries.get("/Filter"), entries.get("/DecodeParms")
    names = names if isinstance(names, list) else [names] if isinstance(names, Name) else []
    if len(names) > MAX_FILTERS:
        raise RefusalError("bomb")
    parameters = list(parameters) if isinstance(parameters, list) else [parameters]
    parameters += [None] * (len(names) - len(parameters))
    return [
        (str(name), given if isinstance(given, Entries) else {})
        for name, given in zip(names, parameters, strict=False)
        if name in FILTERS
    ]
