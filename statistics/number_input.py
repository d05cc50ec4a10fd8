"""Reads a number as people type or paste it: "8,300,000", "8.3 million", with spaces of any width."""

import re
from decimal import Decimal, InvalidOperation

_SCALES = {
    "": 1,
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
_TYPED = re.compile(r"(-?\d+(?:\.\d+)?)%?([a-z]*)", re.ASCII)
# Commas and spaces between groups of three digits: ordinary, no-break, narrow no-break and thin ones.
_GROUPED = re.compile(r"(?<=\d)[, \u00a0\u202f\u2009](?=\d{3}(?!\d))")


def parse_number(text: str) -> Decimal:
    """Return the number that the text means.

    Raises:
        ValueError: if it is no number, or could mean two; the message says what to type.
    """
    plain = re.sub(r"\s", "", _GROUPED.sub("", text.strip().lower()))
    found = _TYPED.fullmatch(plain)
    if not found or found[2] not in _SCALES:
        raise ValueError("Enter the number in full, such as 8300000, or as 8.3 million.")
    try:
        return Decimal(found[1]) * _SCALES[found[2]]
    except InvalidOperation as error:
        raise ValueError("This number is too long. Check it.") from error
