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
_WHOLE_YEAR = re.compile(_YEAR)
_WHOLE_MONTH = re.compile(f"{_MONTH} {_YEAR}")
_YEAR_ENDING = re.compile(f"[Yy]ear ending {_MONTH} {_YEAR}")
_YEARS = re.compile(f"{_YEAR} to {_YEAR}")
_SPAN = re.compile(f"{_MONTH} {_YEAR} to {_MONTH} {_YEAR}")
# "2011-12", "2011/12": December, a financial year, or two years. Only the first four digits are sure.
_SHORTENED = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/–](\d\d)(?!\d)")
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# What may stand between two years that begin and end one period, a month's name aside.
_JOINS = {"to", "until", "and", "-", "–", "—", "/"}
_NOTHING_MORE = {"year", "ending", *(month.lower() for month in MONTHS)}


class Period(NamedTuple):
    """``dates`` are a year, a month or an interval in ISO 8601; ``length`` is its length, or empty."""

    dates: str
    length: str = ""


class UnclearPeriodError(ValueError):
    """The words can be read in more than one way; the message says what to do."""


class BackwardsPeriodError(ValueError):
    """The period would end before it begins; the message says what to do."""


def _month(year: str, name: str) -> str:
    return f"{year}-{MONTHS.index(name) + 1:02}"


def _year_ending(name: str, year: str) -> str:
    end = MONTHS.index(name) + 1
    start = f"{year}-01" if end == 12 else f"{int(year) - 1}-{end + 1:02}"
    return f"{start}/{year}-{end:02}"


def _interval(start: str, end: str) -> Period | None:
    """Return the interval, or None where it would run backwards."""
    return Period(f"{start}/{end}") if start <= end else None


def iso_period(words: str) -> Period | None:
    """Return the period, or None where the words say something else than these few forms."""
    words = " ".join(words.split())
    if match := _WHOLE_YEAR.fullmatch(words):
        return Period(match[1], "P1Y")
    if match := _WHOLE_MONTH.fullmatch(words):
        return Period(_month(match[2], match[1]), "P1M")
    if match := _YEAR_ENDING.fullmatch(words):
        return Period(_year_ending(match[1], match[2]), "P1Y")
    if match := _YEARS.fullmatch(words):
        return _interval(match[1], match[2])
    if match := _SPAN.fullmatch(words):
        return _interval(_month(match[2], match[1]), _month(match[4], match[3]))
    return None


def _candidates(words: str) -> list[int]:
    """Return every year that the words name, in their order; of "2019-20" both, where 20 is no month."""
    years = []
    for match in _ANY_YEAR.finditer(words):
        years.append(int(match[0]))
        shortened = _SHORTENED.match(words, match.start())
        if shortened:
            ends = int(shortened[1][:2] + shortened[2])
            if int(shortened[2]) <= 12 or ends != years[-1] + 1:
                raise UnclearPeriodError(
                    f"“{shortened[0]}” can be read in more than one way. Write it out, such as “April "
                    "2011 to March 2012”, or enter the last year of the period yourself."
                )
            years.append(ends)
    return years


def last_year(words: str) -> int | None:
    """Return the year in which the period ends, or None where the words name no year.

    Raises:
        UnclearPeriodError: if they could mean another year.
        BackwardsPeriodError: if it would end before it begins.
    """
    words = " ".join(words.split())
    years = _candidates(words)
    if not years:
        return None
    if years != sorted(years) or (_SPAN.fullmatch(words) and iso_period(words) is None):
        raise BackwardsPeriodError("The period ends before it begins. Check its dates.")
    if len(set(years)) > 1 and not _are_joined(words):
        raise UnclearPeriodError(
            "The period names more than one year, and not as “2019 to 2021”. Write it so, or enter the "
            "last year of the period yourself."
        )
    return years[-1]


def _are_joined(words: str) -> bool:
    """Whether nothing but a word such as "to", and names of months, stands between the years."""
    between = _ANY_YEAR.split(_SHORTENED.sub(r"\1", words))[1:-1]
    said = [
        [word for word in part.lower().split() if word not in _NOTHING_MORE and not word.isdecimal()]
        for part in between
    ]
    return all(len(part) == 1 and part[0] in _JOINS for part in said)
