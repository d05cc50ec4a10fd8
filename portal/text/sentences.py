"""Pieces of text, such as headings and items of lists, as sentences in a row."""

import re
from collections.abc import Iterable
from itertools import pairwise

_ENDS = (".", "!", "?", ":", ";", "…", ".”", "?”", "!”")
# Where a sentence begins: after the end of another.
_START = re.compile(r"(?:[.!?…][”’)]?|[:;])\s+(?=\S)")


def as_sentences(pieces: Iterable[str]) -> str:
    """Return the pieces that are not empty, each with an end; one that begins small goes on after a comma."""
    lines = (" ".join(line.split()) for piece in pieces for line in piece.splitlines())
    texts = [line for line in lines if line]
    found = ""
    for text, following in pairwise([*texts, ""]):
        end = "" if text.endswith(_ENDS) else "," if following[:1].islower() else "."
        found += f"{text}{end} "
    return found.rstrip()


def starts_of_sentences(text: str) -> list[int]:
    """Return the places at which a sentence begins, the text's own beginning included."""
    return [0, *(match.end() for match in _START.finditer(text))]
