"""Makes texts that are as hard as can be for a regular expression, from the expression itself."""

import re
from collections.abc import Iterator
from re import _constants as kinds
from re import _parser as parser

# Letters, figures, spaces and signs that the project's patterns tell apart, and some that they do not.
USUAL = 'aA0 \n\t/-_.,"<>=:;%(é\ufb01\u00ad'
_OF_A_CATEGORY = {
    kinds.CATEGORY_DIGIT: "1",
    kinds.CATEGORY_NOT_DIGIT: "b",
    kinds.CATEGORY_SPACE: " ",
    kinds.CATEGORY_NOT_SPACE: "b",
    kinds.CATEGORY_WORD: "b",
    kinds.CATEGORY_NOT_WORD: "+",
}
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)


def _of_a_class(items) -> str:
    """Return a character of the class."""
    if items[0][0] is kinds.NEGATE:
        named = {chr(what) for kind, what in items[1:] if kind is kinds.LITERAL}
        return next(one for one in "b~7 +" if one not in named)
    kind, what = items[0]
    if kind is kinds.CATEGORY:
        return _OF_A_CATEGORY[what]
    return chr(what[0] if kind is kinds.RANGE else what)


def _samples(tree) -> list[str]:
    """Return, for each part of a parsed pattern in turn, a text that the part matches."""
    found = []
    for kind, what in tree:
        if kind is kinds.LITERAL:
            found.append(chr(what))
        elif kind is kinds.NOT_LITERAL:
            found.append("b" if what != ord("b") else "c")
        elif kind is kinds.ANY:
            found.append("b")
        elif kind is kinds.IN:
            found.append(_of_a_class(what))
        elif kind in _REPEATS:
            found.append("".join(_samples(what[2])) * max(what[0], 1))
        elif kind is kinds.SUBPATTERN:
            found.append("".join(_samples(what[-1])))
        elif kind is kinds.ATOMIC_GROUP:
            found.append("".join(_samples(what)))
        elif kind is kinds.BRANCH:
            found.append("".join(_samples(what[1][0])))
    return found


def _insides(tree) -> Iterator:
    """Yield the parsed pattern and every part of it that is a pattern too."""
    yield tree
    for kind, what in tree:
        if kind in _REPEATS:
            yield from _insides(what[2])
        elif kind is kinds.SUBPATTERN:
            yield from _insides(what[-1])
        elif kind is kinds.ATOMIC_GROUP:
            yield from _insides(what)
        elif kind is kinds.BRANCH:
            for branch in what[1]:
                yield from _insides(branch)


def pieces(pattern: re.Pattern) -> set[str]:
    """Return what a match of the pattern, or of a part of it, begins with: one piece for each part."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    found = set()
    for tree in _insides(parser.parse(text, pattern.flags & ~re.UNICODE)):
        samples = _samples(tree)
        found.update("".join(samples[:end]) for end in range(1, len(samples) + 1))
    return found - {""}


def hostile(pattern: re.Pattern, length: int) -> Iterator[str]:
    """Yield texts of so many characters: repeats of each piece, and beginnings and ends that almost match."""
    begun = sorted(pieces(pattern), key=len)
    single = {piece[-1] for piece in begun} | set(USUAL)
    for piece in {*begun, *USUAL}:
        yield (piece * length)[: length - 1] + "\x00"
    for piece in begun:
        for one in single:
            yield piece + one * (length - len(piece) - 1) + "!"
    whole = begun[-1] if begun else ""
    for one in single:
        yield one * (length - len(whole)) + whole
