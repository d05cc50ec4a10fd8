"""Numbers as people write them: 7600 is 7,600, 350k is 350,000, and 8.3m is 8.3 million."""

import re
from decimal import Decimal

_SCALES = {
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mil": 1_000_000,
    "mill": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
_NAMES = ((1_000_000_000, "billion"), (1_000_000, "million"))
_AMOUNT = r"[0-9]{1,12}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,3})?"
# A short name of a scale means nothing without its number; "million" stands in texts as it is typed.
_SHORT = [name for name in _SCALES if name not in ("million", "billion")]
_APART = re.compile(rf"(?<![\w.,])({_AMOUNT})\s*({'|'.join(_SHORT)})\b", re.IGNORECASE)
_NUMBER = re.compile(rf"({_AMOUNT})([a-z]*)")
_GROUPED_FROM = 1_000
# Nobody writes a comma into a year, nor into a number to call, which begins with 0.
_YEARS = range(1900, 2100)


def joined(text: str) -> str:
    """Return the text with each number and the short name of its scale as one word: "350 k" as "350k"."""
    return _APART.sub(r"\1\2", text)


def _value(number: str, scale: str) -> Decimal | None:
    """Return the number; None for what only begins like one, such as "3d", and for a number to call."""
    if (scale and scale not in _SCALES) or (number[0] == "0" and number[1:2] not in ("", ".")):
        return None
    return Decimal(number.replace(",", "")) * _SCALES.get(scale, 1)


def spellings(word: str) -> list[str]:
    """Return how a number may stand in a text, as typed first; only the word itself if it is none.

    A spelling may be of two words, which must follow each other.
    """
    match = _NUMBER.fullmatch(word)
    value = _value(match[1], match[2]) if match else None
    if value is None:
        return [word]
    found = [word] if not match[2] else [f"{match[1]} {match[2]}", word]
    if value >= _GROUPED_FROM and value == int(value) and value not in _YEARS:
        found += [f"{int(value):,}", str(int(value))]
    found += [
        f"{(value / size).normalize():f} {name}"
        for size, name in _NAMES
        if value >= size and value * 100 % size == 0
    ]
    return list(dict.fromkeys(found))
