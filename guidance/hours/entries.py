"""The entries that say something. A draft, or its preview, may hold some without a time or a day."""


def usual_week(route) -> list[dict]:
    """Return the spans of the usual week that have days and both times."""
    values = [entry.value for entry in route.weekly_hours]
    return [value for value in values if value["days"] and _has_both_times(value)]


def different_days(route) -> list[dict]:
    """Return the days that differ: with both times, or with neither if it is closed then."""
    values = [entry.value for entry in route.hours_exceptions]
    return [value for value in values if value["date"] and (_has_both_times(value) or _is_closed(value))]


def _has_both_times(value) -> bool:
    return value["opens"] is not None and value["closes"] is not None


def _is_closed(value) -> bool:
    return value["opens"] is None and value["closes"] is None
