"""What the instructions of a page or form draw, found without following them."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..limits import MAX_FILTERS, MAX_PICTURE_PIXELS
from .filters import Damage
from .pictures import check_frames
from .refusal import RefusalError
from .streams import decoded, limited

# What may stand between two pieces and still be seen whole, in bytes.
_OVERLAP = 4096
_USE = re.compile(rb"/([^\s\0/<>\[\](){}%]+)[\s\0]+(Do|gs)(?![A-Za-z])")
_INLINE = re.compile(rb"(?<![A-Za-z0-9])BI(?=[\s\0/%])(.{0,4000}?)(?<=[\s\0>\])])ID(?=[\s\0])", re.DOTALL)
_COMMENT = re.compile(rb"%[^\r\n]*")
_FILTER = re.compile(
    rb"/(Fl|LZW|RL|AHx|A85|DCT|(?:Flate|LZW|RunLength|ASCIIHex|ASCII85|DCT)Decode)(?![^\s\0/<>\[\](){}%])"
)
_LOOKED_AT = 64 * 1024  # bytes of a picture's data
_SIDE = re.compile(rb"/(W|Width|H|Height)[\s\0]*\+?(\d{1,12})")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")


@dataclass
class Contents:
    """How long instructions are, in bytes, and how often they draw what has a name."""

    size: int = 0
    uses: Counter = field(default_factory=Counter)


def read_contents(pieces: Iterable[bytes]) -> Contents:
    """Read instructions.

    Raises:
        RefusalError: "bomb", for a picture among them that is too large.
    """
    found, kept = Contents(), b""
    for piece in pieces:
        found.size += len(piece)
        text = kept + piece
        # What ends within the bytes that were kept has been seen.
        for use in _USE.finditer(text):
            if use.end() > len(kept):
                found.uses[_name(use[1]), use[2].decode()] += 1
        for picture in _INLINE.finditer(text):
            _check_inline(picture[1], text[picture.end() + 1 : picture.end() + _LOOKED_AT])
        kept = text[-_OVERLAP:]
    return found


def _name(written: bytes) -> str:
    plain = _ESCAPE.sub(lambda escape: bytes([int(escape[1], 16)]), written)
    return "/" + plain.decode("utf-8", "surrogateescape")


def _check_inline(entries: bytes, data: bytes) -> None:
    """Refuse a picture within the text of a page that has too many dots, be they black and white or not."""
    sides = {"W": 0, "H": 0}
    entries = _COMMENT.sub(b" ", entries)
    entries = _ESCAPE.sub(lambda escape: bytes([int(escape[1], 16)]), entries)
    for name, number in _SIDE.findall(entries):
        key = name.decode()[0]
        sides[key] = max(sides[key], int(number))
    if sides["W"] * sides["H"] > MAX_PICTURE_PIXELS:
        raise RefusalError("bomb")
    names = ["/" + name.decode() for name in _FILTER.findall(entries)]
    if names and len(names) <= MAX_FILTERS:
        _check_data([(name, {}) for name in names], data)


def _check_data(filters: list, data: bytes) -> None:
    """Refuse what grows too large; where the data end is not known here, so that errors mean nothing."""
    pieces, kind, _ = decoded(data, filters, Damage())
    held = []
    try:
        for piece in limited(pieces):
            held.append(piece if kind == "jpeg" else b"")
    except RefusalError as refusal:
        if refusal.code == "bomb":
            raise
    if kind == "jpeg":
        check_frames(kind, b"".join(held))
