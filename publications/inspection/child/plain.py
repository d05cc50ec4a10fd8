"""The parts of a PDF as plain Python, whichever reader they come from: qpdf, or ``syntax``.

Numbers, booleans and null are Python's own; strings are bytes; arrays are lists.
"""

from typing import NamedTuple

import pikepdf

from ..limits import MAX_DEPTH
from .refusal import RefusalError


class Name(str):
    """A name, with its slash."""

    __slots__ = ()


class Ref(NamedTuple):
    """What stands for an object of its own."""

    number: int
    generation: int


class Entries(dict):
    """A dictionary, or that of a stream. ``repeated`` holds the values that a later one for the key hides."""

    __slots__ = ("is_stream", "repeated")

    def __init__(self, *args, is_stream: bool = False):
        super().__init__(*args)
        self.is_stream = is_stream
        self.repeated: list[tuple] = []


def plain(found, depth: int = 1):
    """Return an object of qpdf's with all that it holds itself; what it refers to is left as ``Ref``.

    Raises:
        RefusalError: "too-complex", if it is nested too deeply.
    """
    if depth > MAX_DEPTH:
        raise RefusalError("too-complex")
    if isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
        entries = Entries(is_stream=isinstance(found, pikepdf.Stream))
        for key in found.keys():  # noqa: SIM118 - a PDF's dictionary is no dict
            entries[key] = _value(found[key], depth)
        return entries
    if isinstance(found, pikepdf.Array):
        return [_value(one, depth) for one in found]
    if isinstance(found, pikepdf.Name):
        return Name(str(found))
    return bytes(found) if isinstance(found, pikepdf.String) else found


def _value(found, depth: int):
    if isinstance(found, (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)) and found.is_indirect:
        return Ref(*found.objgen)
    return plain(found, depth + 1)


def dictionaries(found):
    """Yield the dictionaries that stand in an object itself, the hidden ones too."""
    waiting = [found]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Entries):
            yield one
            waiting += one.values()
            waiting += [value for _, value in one.repeated]
        elif isinstance(one, list):
            waiting += one
