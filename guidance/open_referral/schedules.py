"""Opening hours as the standard has them: fields of RFC 5545, in UK time. Unknown hours are absent."""

from collections.abc import Iterator
from datetime import date, time

from ..hours.blocks import DAYS
from ..hours.entries import different_days, usual_week
from ..hours.wording import days, span
from .identifiers import identifier

CODES = dict(zip(DAYS, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))
# A span of a whole day is kept as midnight to midnight, which programs would take for no time at all.
ALL_DAY, CLOSED = "All day", "Closed"
_MIDNIGHT, _LAST_MINUTE = time(0), time(23, 59)
_UK = "UK time."


def _times(opens: time, closes: time) -> dict[str, str]:
    if opens == closes == _MIDNIGHT:
        return {"opens_at": "00:00", "closes_at": f"{_LAST_MINUTE:%H:%M}", "notes": ALL_DAY}
    return {"opens_at": f"{opens:%H:%M}", "closes_at": f"{closes:%H:%M}"}


def _weekly(chosen: list[str], opens: time, closes: time) -> dict[str, str]:
    return {
        "freq": "WEEKLY",
        "byday": ",".join(code for day, code in CODES.items() if day in chosen),
        "description": f"{days(chosen)}, {span(opens, closes)}. {_UK}",
        **_times(opens, closes),
    }


def _on_day(value) -> dict[str, str]:
    day, opens, closes = (value[name] for name in ("date", "opens", "closes"))
    only = {"valid_from": day.isoformat(), "valid_to": day.isoformat()}
    if opens is None:
        return {**only, "description": "Closed on this day.", "notes": CLOSED}
    return {**only, "description": f"On this day, {span(opens, closes)}. {_UK}", **_times(opens, closes)}


def _all(route, today: date) -> Iterator[dict[str, str]]:
    if route.hours_kind == route.HoursKind.ALWAYS:
        yield _weekly(list(DAYS), _MIDNIGHT, _MIDNIGHT)
    elif route.hours_kind == route.HoursKind.WEEKLY:
        for value in usual_week(route):
            yield _weekly(value["days"], value["opens"], value["closes"])
    coming = [value for value in different_days(route) if value["date"] >= today]
    yield from map(_on_day, sorted(coming, key=lambda value: value["date"]))


def schedules_of(route, today: date) -> list[dict[str, str]]:
    """Return the hours of a route: usual weeks, then the days that differ and are not past."""
    service = identifier(route.slug)
    return [
        {"id": identifier(route.slug, "schedule", number), "service_id": service, **found}
        for number, found in enumerate(_all(route, today))
    ]


class UnreadableHoursError(ValueError):
    """A schedule says what the hours of a route cannot hold. The message says what, in words."""


def _time(text: str | None) -> time:
    try:
        read = time.fromisoformat(text or "")
    except ValueError:
        raise UnreadableHoursError(f"“{text or ''}” is no time of day") from None
    if read.tzinfo:
        raise UnreadableHoursError(f"“{text}” has a time zone, and hours here are UK time")
    return read.replace(second=0, microsecond=0)


def _span(schedule) -> dict[str, str]:
    opens, closes = _time(schedule.opens_at), _time(schedule.closes_at)
    if schedule.notes == ALL_DAY or (opens == _MIDNIGHT and closes == _LAST_MINUTE):
        closes = _MIDNIGHT
    return {"opens": opens.isoformat(), "closes": closes.isoformat()}


def read_schedule(schedule) -> tuple[str, dict]:
    """Return the kind of block ("span" or "exception") that says what the schedule does, and its value.

    Raises:
        UnreadableHoursError: saying what a route's hours cannot hold.
    """
    if schedule.valid_from and schedule.valid_from == schedule.valid_to and not schedule.byday:
        is_closed = not (schedule.opens_at or schedule.closes_at)
        times = {"opens": None, "closes": None} if is_closed else _span(schedule)
        return "exception", {"date": schedule.valid_from, **times}
    codes = [code.strip().upper() for code in (schedule.byday or "").split(",")]
    unknown = [code for code in codes if code not in CODES.values()]
    if schedule.freq != "WEEKLY" or schedule.interval not in (None, 1) or unknown:
        raise UnreadableHoursError("it is no usual week: only weekly hours on named days can be taken")
    if schedule.valid_from or schedule.valid_to:
        raise UnreadableHoursError("it holds for a part of the year only")
    return "span", {"days": [day for day, code in CODES.items() if code in codes], **_span(schedule)}


def is_always(spans: list[dict]) -> bool:
    """Whether the spans are one, of all days and hours."""
    whole = {"days": list(DAYS), "opens": _MIDNIGHT.isoformat(), "closes": _MIDNIGHT.isoformat()}
    return spans == [whole]
