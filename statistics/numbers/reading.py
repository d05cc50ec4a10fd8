"""Reads numbers as people type, paste or print them: "8,300,000", "8.3 million", with spaces of any width."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from .scales import SIZES, SPACES

# Digits; the longest word for thousands adds twelve, and Decimal works with 28.
MAX_DIGITS = 16

# Groups of three digits, all parted by the same sign, and no nought before another digit: "0,123" is
# 0.123 where commas are points, "0 123" a slip.
_GROUPS = rf"[1-9]\d{{0,2}}(?:(?P<sign>[,{SPACES}])\d{{3}})(?:(?P=sign)\d{{3}})*+"
_TYPED_DIGITS = rf"(?:{_GROUPS}|0|[1-9]\d*+)(?:\.\d++)?+"
_SCALE = "|".join(sorted(SIZES, key=len, reverse=True))
_TYPED = re.compile(
    rf"(?P<digits>-?{_TYPED_DIGITS})(?:[{SPACES}]?%|[{SPACES}]*+(?P<scale>[a-z]*+))", re.ASCII
)
_TYPED_IN_TEXT = re.compile(
    rf"(?<![\d,.])(?P<digits>{_TYPED_DIGITS})(?:[{SPACES}-]?+(?P<scale>{_SCALE})s?+(?![a-z]))?+(?!,*+\d|\.\d)",
    re.ASCII | re.IGNORECASE,
)
_BETWEEN = re.compile(f"[,{SPACES}]")

# Taken whole or not at all: else a long row of digits would be tried from each of them.
_DIGITS = r"(?<!\d)(?<!\d\.)\d++(?:\.\d++)?+"
# A word for thousands may stand after a hyphen too, at the end of a line even: "1.5-million".
_NUMBER = re.compile(rf"({_DIGITS})(?:[ -]{{0,2}}+({_SCALE})(?![a-z])|(?![a-z]))")
# In "550 to 850 thousand" the word belongs to both numbers.
_RANGE = re.compile(rf"({_DIGITS})\s*+(?:to|and|-)\s*+{_DIGITS}[ -]{{0,2}}+({_SCALE})(?![a-z])")
_PRINTED_GROUPS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:[, ]\d{3})+(?!\d)")
_COMMAS = str.maketrans("", "", ", ")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")


def parse_number(text: str) -> Decimal:
    """Return the number that the whole text means.

    Raises:
        ValueError: if it is no number, or could mean two; the message says what to type.
    """
    found = _TYPED.fullmatch(text.strip().lower())
    if not found or (found["scale"] and found["scale"] not in SIZES):
        raise ValueError("Enter the number in full, such as 8300000, or as 8.3 million.")
    digits = _BETWEEN.sub("", found["digits"])
    if len(digits) > MAX_DIGITS:
        raise ValueError("This number is too long. Check it.")
    value = Decimal(digits) * SIZES.get(found["scale"], 1)
    # 1.23456 billion has no decimals, although the product has five.
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def typed_numbers(text: str) -> Iterator[tuple[str, Decimal]]:
    """Yield each number that somebody typed into a text: as it stands there, and what it means."""
    for found in _TYPED_IN_TEXT.finditer(text):
        digits = _BETWEEN.sub("", found["digits"])
        if len(digits) <= MAX_DIGITS:
            yield found[0], Decimal(digits) * SIZES.get((found["scale"] or "").lower(), 1)


def _plain(text: str) -> str:
    """Return the text in small letters, with plain dashes and spaces, and numbers in one piece."""
    text = unicodedata.normalize("NFKC", text).translate(_DASHES).replace("\u00ad", "").casefold()
    return _PRINTED_GROUPS.sub(lambda match: match[0].translate(_COMMAS), " ".join(text.split()))


def numbers_in(text: str) -> set[Decimal]:
    """Return every number of a printed text, in full: "8.3m", "8.3 million" and "8,300,000" are one."""
    plain = _plain(text)
    found = {Decimal(number) * SIZES.get(scale, 1) for number, scale in _NUMBER.findall(plain)}
    return found | {Decimal(number) * SIZES[scale] for number, scale in _RANGE.findall(plain)}


def with_numbers_in_full(text: str) -> str:
    """Return a printed text in small letters, with each number in full: "8300000", not "8.3m"."""
    return _NUMBER.sub(lambda match: f"{Decimal(match[1]) * SIZES.get(match[2], 1):f}", _plain(text))
