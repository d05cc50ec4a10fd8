"""How a figure is written, in one place: on pages, in exports and for screen readers.

The words are chosen so that a screen reader says what a sighted reader reads: "8.3 million",
never "8.3m"; "550,000 to 850,000", never a dash.
"""

from decimal import Decimal

from .scales import SCALES

# A scale's word takes the place of at least so many noughts; with fewer, the number stands in full.
FEWEST_NOUGHTS = 3
BOUNDS = [
    ("stated", "As the source states it: it may be rounded"),
    ("exactly", "Exactly this value"),
    ("about", "About"),
    ("at_least", "At least"),
    ("more_than", "More than"),
    ("range", "A range: from the lower to the upper value"),
]
_SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "'"})
_PREFIXES = {"about": "about ", "at_least": "at least ", "more_than": "more than "}


def plain(value: Decimal) -> str:
    """Return the number with commas and without trailing zeros: "7,600", "0.5"."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_words(value: Decimal) -> str:
    """Return the number as it is written: "8.3 million" where that saves noughts, else "1,234,567".

    It is never rounded: what was typed as "1.23456 billion" is written so again.
    """
    for scale in SCALES:
        if scale.is_written and value >= scale.size:
            is_short = value % 10**FEWEST_NOUGHTS == 0
            return f"{plain((value / scale.size).normalize())} {scale.word}" if is_short else plain(value)
    return plain(value)


def value_text(lower: Decimal | None, upper: Decimal | None, bound: str, unit: str) -> str:
    """Return the whole value in words: "at least 300,000", "550,000 to 850,000", "100%"."""
    if lower is None:
        return ""
    sign = "%" if unit == "percent" else ""
    if bound == "range" and upper is not None:
        return f"{in_words(lower)}{sign} to {in_words(upper)}{sign}"
    return f"{_PREFIXES.get(bound, '')}{in_words(lower)}{sign}"


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


def counted_text(counted: str, unit: str) -> str:
    """Return what follows the value: "children safeguarded…", or "of NCA investigations…" for a share."""
    return f"of {counted}" if unit == "percent" else counted
