"""A period in words, as dates that programs read, where the words leave no doubt."""

import re
from typing import NamedTuple

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_YEAR = r"((?:19|20)\d\d)"
_MONTH = f"({'|'.join(MONTHS)})"


class Period(NamedTuple):
    """``dates`` are a year, a month or an interval in ISO 8601; ``length`` is its length, or empty."""

    dates: str
    length: str = ""


def _month(year: str, name: str) -> str:
    return f"{year}-{MONTHS.index(name) + 1:02}"


def _year_ending(name: str, year: str) -> str:
    end = MONTHS.index(name) + 1
    start = f"{year}-01" if end == 12 else f"{int(year) - 1}-{end + 1:02}"
    return f"{start}/{year}-{end:02}"


def iso_period(words: str) -> Period | None:
    """Return the period, or None where the words say something else than these few forms."""
    words = " ".join(words.split())
    if match := re.fullmatch(_YEAR, words):
        return Period(match[1], "P1Y")
    if match := re.fullmatch(f"{_MONTH} {_YEAR}", words):
        return Period(_month(match[2], match[1]), "P1M")
    if match := re.fullmatch(f"[Yy]ear ending {_MONTH} {_YEAR}", words):
        return Period(_year_ending(match[1], match[2]), "P1Y")
    if match := re.fullmatch(f"{_YEAR} to {_YEAR}", words):
        return Period(f"{match[1]}/{match[2]}")
    if match := re.fullmatch(f"{_MONTH} {_YEAR} to {_MONTH} {_YEAR}", words):
        return Period(f"{_month(match[2], match[1])}/{_month(match[4], match[3])}")
    return None
