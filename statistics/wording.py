"""How a figure is written, in one place: on pages, in exports and for screen readers.

The words are chosen so that a screen reader says what a sighted reader reads: "8.3 million",
never "8.3m"; "550,000 to 850,000", never a dash.
"""

from decimal import Decimal

SCALES = [(Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million")]
BOUNDS = [
    ("exactly", "Exactly this value"),
    ("about", "About"),
    ("at_least", "At least"),
    ("more_than", "More than"),
    ("range", "A range: from the lower to the upper value"),
]
_PREFIXES = {"about": "about ", "at_least": "at least ", "more_than": "more than "}


def plain(value: Decimal) -> str:
    """Return the number with commas and without trailing zeros: "7,600", "0.5"."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_words(value: Decimal) -> str:
    """Return the number as it is written: "8.3 million" where that is exact, else "1,234,567"."""
    for size, name in SCALES:
        scaled = value / size
        if scaled >= 1 and scaled == round(scaled, 2):
            return f"{plain(scaled.normalize())} {name}"
    return plain(value)


def value_text(lower: Decimal | None, upper: Decimal | None, bound: str, unit: str) -> str:
    """Return the whole value in words: "at least 300,000", "550,000 to 850,000", "100%"."""
    if lower is None:
        return ""
    sign = "%" if unit == "percent" else ""
    if bound == "range" and upper is not None:
        return f"{in_words(lower)}{sign} to {in_words(upper)}{sign}"
    return f"{_PREFIXES.get(bound, '')}{in_words(lower)}{sign}"


def counted_text(counted: str, unit: str) -> str:
    """Return what follows the value: "children safeguarded…", or "of NCA investigations…" for a share."""
    return f"of {counted}" if unit == "percent" else counted
