"""Reads a number as people type or paste it: "8,300,000", "8.3 million", with spaces of any width."""

import re
from decimal import Decimal

from .scales import SIZES, SPACES

# Groups of three digits, all parted by the same sign, and no nought before another digit: "0,123" is
# 0.123 where commas are points, "0 123" a slip.
_GROUPED = rf"[1-9]\d{{0,2}}(?:([,{SPACES}])\d{{3}})(?:\2\d{{3}})*+"
_TYPED = re.compile(
    rf"(-?(?:{_GROUPED}|0|[1-9]\d*+)(?:\.\d++)?+)(?:[{SPACES}]?%|[{SPACES}]*+([a-z]*+))", re.ASCII
)
_BETWEEN = re.compile(f"[,{SPACES}]")
# Digits; the longest word for thousands adds twelve, and Decimal works with 28.
LONGEST = 16


def parse_number(text: str) -> Decimal:
    """Return the number that the text means.

    Raises:
        ValueError: if it is no number, or could mean two; the message says what to type.
    """
    found = _TYPED.fullmatch(text.strip().lower())
    if not found or (found[3] and found[3] not in SIZES):
        raise ValueError("Enter the number in full, such as 8300000, or as 8.3 million.")
    digits = _BETWEEN.sub("", found[1])
    if len(digits) > LONGEST:
        raise ValueError("This number is too long. Check it.")
    value = Decimal(digits) * SIZES.get(found[3], 1)
    # 1.23456 billion has no decimals, although the product has five.
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
