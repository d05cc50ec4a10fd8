"""Whether a help route is open at a moment. What is not certain is not said: then the answer is None.

Hours are kept as clock times in the UK and compared as moments, so that the nights on which the
clocks change come out right: a time that happens twice, or never, makes the answer uncertain only
for as long as it matters.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from .bank_holidays import is_bank_holiday
from .blocks import DAYS
from .entries import different_days, usual_week

LONDON = ZoneInfo("Europe/London")
UTC = ZoneInfo("UTC")
MIDNIGHT = time(0)
DAY = timedelta(days=1)


class Span(NamedTuple):
    """A span of clock time that starts on a day; it ends on the next if ``closes`` is not later."""

    opens: time
    closes: time


class Interval(NamedTuple):
    """Moments: certainly open in the inner part, possibly open in all of it."""

    earliest: datetime
    surely_from: datetime
    surely_until: datetime
    latest: datetime


class Segment(NamedTuple):
    """A stretch of time in which the answer is the same."""

    start: datetime
    end: datetime
    is_open: bool


def _usual(route, weekday: str) -> list[Span]:
    return [Span(value["opens"], value["closes"]) for value in usual_week(route) if weekday in value["days"]]


def is_by_the_clock(route) -> bool:
    """Whether the hours say when anybody may come: not by appointment, and not a chat alone."""
    return route.hours_kind not in (route.HoursKind.APPOINTMENT, route.HoursKind.CHAT_ONLY)


def spans_of(route, day: date) -> list[Span] | None:
    """Return the spans that start on a day; None if nobody knows."""
    exceptions = [value for value in different_days(route) if value["date"] == day]
    if exceptions:
        return [Span(entry["opens"], entry["closes"]) for entry in exceptions if entry["opens"] is not None]
    if route.hours_kind == route.HoursKind.ALWAYS:
        return [Span(MIDNIGHT, MIDNIGHT)]
    if route.hours_kind != route.HoursKind.WEEKLY or not route.weekly_hours:
        return None
    usual = _usual(route, DAYS[day.weekday()])
    holiday = is_bank_holiday(route.bank_holidays_of, day)
    if holiday is False or route.bank_holidays == route.BankHolidays.AS_USUAL:
        return usual
    if holiday is None or route.bank_holidays == route.BankHolidays.UNKNOWN:
        return None
    return [] if route.bank_holidays == route.BankHolidays.CLOSED else _usual(route, "sunday")


def _moments(day: date, clock: time) -> tuple[datetime, datetime]:
    """Return the first and the last moment at which UK clocks show the time on the day."""
    local = datetime.combine(day, clock, LONDON)
    both = [local.replace(fold=fold).astimezone(UTC) for fold in (0, 1)]
    return min(both), max(both)


def _interval(day: date, span: Span) -> Interval:
    opens = _moments(day, span.opens)
    closes = _moments(day + DAY if span.closes <= span.opens else day, span.closes)
    return Interval(opens[0], opens[1], closes[0], closes[1])


def _intervals(route, first: date, last: date) -> Iterator[Interval]:
    """Yield every interval that starts on one of the days; days that nobody knows are only possible."""
    day = first
    while day <= last:
        spans = spans_of(route, day)
        if spans is None:
            usual = [_interval(day, span).latest for span in _usual(route, DAYS[day.weekday()])]
            start = _moments(day, MIDNIGHT)[0]
            yield Interval(start, start, start, max([_moments(day + DAY, MIDNIGHT)[1], *usual]))
        else:
            yield from (_interval(day, span) for span in spans)
        day += DAY


def _answer(intervals: list[Interval], moment: datetime) -> bool | None:
    if any(interval.surely_from <= moment < interval.surely_until for interval in intervals):
        return True
    return None if any(interval.earliest <= moment < interval.latest for interval in intervals) else False


def is_open(route, moment: datetime) -> bool | None:
    """Return whether the route answers at a moment, which must have a time zone; None if not certain."""
    if moment.tzinfo is None:
        raise ValueError("Give the moment a time zone, for example django.utils.timezone.now().")
    if not is_by_the_clock(route):
        return None
    today = moment.astimezone(LONDON).date()
    # Compared in UTC: two times of one zone are compared by their clocks, which is wrong in a repeated hour.
    return _answer(list(_intervals(route, today - DAY, today)), moment.astimezone(UTC))


def segments(route, start: datetime, end: datetime) -> list[Segment]:
    """Return the stretches between two moments in which it is certain that the route is open, or closed."""
    if route.hours_kind == route.HoursKind.UNKNOWN or not is_by_the_clock(route):
        return []
    start, end = start.astimezone(UTC), end.astimezone(UTC)
    intervals = list(_intervals(route, start.astimezone(LONDON).date() - DAY, end.astimezone(LONDON).date()))
    bounds = sorted({start, end, *(moment for interval in intervals for moment in interval)})
    bounds = [bound for bound in bounds if start <= bound <= end]
    found: list[Segment] = []
    for left, right in pairwise(bounds):
        answer = _answer(intervals, left)
        if found and found[-1].is_open is answer and found[-1].end == left:
            found[-1] = found[-1]._replace(end=right)
        elif answer is not None:
            found.append(Segment(left, right, answer))
    return found
