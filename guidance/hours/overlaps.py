"""Refuses times that overlap: one of them must be wrong, and nobody could tell which holds."""

from collections.abc import Iterator
from datetime import time
from itertools import combinations

from django.core.exceptions import ValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError

DAY = 24 * 60 * 60
WEEK = 7 * DAY


def _seconds(at: time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second


def _length(value) -> int:
    """Return how long a span lasts, in seconds; one that does not end later ends on the next day."""
    return (_seconds(value["closes"]) - _seconds(value["opens"])) % DAY or DAY


def _starts(value, days: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield when the span starts, in seconds since the week began, and on which day."""
    for number, day in enumerate(days):
        if day in value["days"]:
            yield number * DAY + _seconds(value["opens"]), day


def _meet(start: int, length: int, other_start: int, other_length: int) -> bool:
    """Whether two spans of a week overlap; the week's end is its beginning."""
    return (other_start - start) % WEEK < length or (start - other_start) % WEEK < other_length


def refuse_overlapping_week(values: list, days: tuple[str, ...]) -> None:
    """Refuse a week in which a span begins before another has ended.

    Raises:
        StreamBlockValidationError: at the later entry, naming the day.
    """
    spans = [
        (number, day, start, _length(value))
        for number, value in enumerate(values)
        if value["days"] and value["opens"] is not None and value["closes"] is not None
        for start, day in _starts(value, days)
    ]
    errors: dict[int, ValidationError] = {}
    for (_, other_day, other_start, other_length), (number, day, start, length) in combinations(spans, 2):
        if _meet(start, length, other_start, other_length):
            also = "" if day == other_day else f" and {other_day.capitalize()}"
            errors.setdefault(
                number,
                ValidationError(
                    f"The times of {day.capitalize()}{also} overlap. Correct a time, or make them one span."
                ),
            )
    if errors:
        raise StreamBlockValidationError(block_errors=errors)


def refuse_contradicting_days(values: list) -> None:
    """Refuse two entries for one date that cannot both hold.

    Raises:
        StreamBlockValidationError: at the later entry.
    """
    errors = {}
    for (_, other), (number, value) in combinations(enumerate(values), 2):
        if value["date"] is None or value["date"] != other["date"]:
            continue
        if value["opens"] is None or other["opens"] is None:
            errors[number] = ValidationError("There is another entry for this day. Keep one of them.")
        elif _meet(_seconds(value["opens"]), _length(value), _seconds(other["opens"]), _length(other)):
            errors[number] = ValidationError("This overlaps with another entry for this day. Correct a time.")
    if errors:
        raise StreamBlockValidationError(block_errors=errors)
