"""How a figure is written, in one place: on pages, in exports and for screen readers.

The words are chosen so that a screen reader says what a sighted reader reads: "8.3 million",
never "8.3m"; "550,000 to 850,000", never a dash.
"""

from decimal import Decimal

from ..choices import Bound, Unit
from .scales import SCALES

# A scale's word takes the place of at least so many noughts; with fewer, the number stands in full.
MIN_NOUGHTS = 3
_SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "'"})


def plain(value: Decimal) -> str:
    """Return the number with commas and without trailing zeros: "7,600", "0.5"."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain_number(value: Decimal | None) -> int | float | None:
    """Return the value as an int or float that JSON and spreadsheets read."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def in_words(value: Decimal) -> str:
    """Return the number as it is written: "8.3 million" where that saves noughts, else "1,234,567".

    It is never rounded: what was typed as "1.23456 billion" is written so again.
    """
    for scale in SCALES:
        if scale.is_written and value >= scale.size:
            is_short = value % 10**MIN_NOUGHTS == 0
            return f"{plain((value / scale.size).normalize())} {scale.word}" if is_short else plain(value)
    return plain(value)


def value_text(lower: Decimal | None, upper: Decimal | None, bound: str, unit: str) -> str:
    """Return the whole value in words: "at least 300,000", "550,000 to 850,000", "100%".

    A draft may hold a bound or unit that is not in the list: then nothing is said of it.
    """
    if lower is None:
        return ""
    sign = Unit(unit).sign if unit in Unit else ""
    if bound == Bound.RANGE and upper is not None:
        return f"{in_words(lower)}{sign} to {in_words(upper)}{sign}"
    prefix = Bound(bound).prefix if bound in Bound else ""
    return f"{prefix}{in_words(lower)}{sign}"


def counted_text(counted: str, unit: str) -> str:
    """Return what follows the value: "children safeguarded…", or "of NCA investigations…" for a share."""
    return f"{Unit(unit).joins if unit in Unit else ''}{counted}"


def inside_quotation_marks(text: str) -> str:
    """Return text that is about to stand between “ and ”: its own marks become single ones, as in print."""
    return text.translate(_SINGLE)


def without_quotation_marks(words: str) -> str:
    """Return quoted words without the marks that somebody typed around the whole of them."""
    words = words.strip()
    for opens, closes in ("“”", "‘’", '""'):
        inside = words[1:-1]
        if len(words) > 1 and words[0] == opens and words[-1] == closes and not {opens, closes} & set(inside):
            return inside.strip()
    return words
