"""How opening hours read: "Monday to Friday, 9am to 5pm"."""

from datetime import date, time

from django.utils.dateformat import format as write_date

from ..audiences import Nation
from .blocks import DAYS
from .entries import different_days, usual_week
from .opening import is_by_the_clock

NOON = time(12)
MIDNIGHT = time(0)


def clock(at: time) -> str:
    """Return a time in words: "9am", "5:30pm", "midday", "midnight"."""
    if at in (NOON, MIDNIGHT):
        return "midday" if at == NOON else "midnight"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def span(opens: time, closes: time) -> str:
    """Return a span in words: "9am to 5pm", "all day", "10pm to 2am the next day"."""
    if opens == closes:
        return "all day" if opens == MIDNIGHT else f"{clock(opens)} to {clock(closes)} the next day"
    next_day = " the next day" if MIDNIGHT < closes < opens else ""
    return f"{clock(opens)} to {clock(closes)}{next_day}"


def days(chosen: list[str]) -> str:
    """Return days in words, three or more in a row together: "Monday to Friday and Sunday"."""
    runs: list[list[str]] = []
    for day in (day for day in DAYS if day in chosen):
        if runs and DAYS.index(day) == DAYS.index(runs[-1][-1]) + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    if runs and len(runs[0]) == len(DAYS):
        return "Every day"
    parts = []
    for run in runs:
        names = [day.capitalize() for day in run]
        parts += [f"{names[0]} to {names[-1]}"] if len(names) > 2 else names
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def _bank_holidays(route) -> str:
    nation = Nation(route.bank_holidays_of).label
    return {
        route.BankHolidays.AS_USUAL: "Open as usual on bank holidays",
        route.BankHolidays.CLOSED: f"Closed on bank holidays in {nation}",
        route.BankHolidays.AS_SUNDAY: f"On bank holidays in {nation}, open as on a Sunday",
    }.get(route.bank_holidays, "Bank holidays not yet checked")


def _exception(value) -> str:
    what = "closed" if value["opens"] is None else span(value["opens"], value["closes"])
    return f"{write_date(value['date'], 'j F Y')}: {what}"


def hours_in_words(route, today: date) -> list[str]:
    """Return the hours, one line each; nothing if they are not known. Days that are past are left out."""
    lines = [route.hours] if route.hours else []
    if route.hours_kind == route.HoursKind.ALWAYS:
        lines.append("Day and night, every day")
    elif not is_by_the_clock(route):
        # What it is comes before what was added to it: "By appointment", then "Ask by email".
        lines.insert(0, route.get_hours_kind_display())
    elif route.hours_kind == route.HoursKind.WEEKLY:
        lines += [
            f"{days(value['days'])}, {span(value['opens'], value['closes'])}" for value in usual_week(route)
        ]
        lines.append(_bank_holidays(route))
    coming = [value for value in different_days(route) if value["date"] >= today]
    return lines + [_exception(value) for value in sorted(coming, key=lambda value: value["date"])]
