"""Whether a help route is open at a second, and how its hours read."""

from datetime import date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError

from guidance.hours.bank_holidays import is_bank_holiday
from guidance.hours.opening import LONDON, UTC, segments
from guidance.hours.wording import clock, days
from guidance.models import HelpRoute

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"]
EVERY_DAY = [*WEEKDAYS, "saturday", "sunday"]


def weekly(*spans, exceptions=(), **fields) -> HelpRoute:
    """Return a route with spans such as (WEEKDAYS, "09:00", "17:00")."""
    fields.setdefault("bank_holidays", "as_usual")
    return HelpRoute(
        hours_kind="weekly",
        weekly_hours=[
            ("span", {"days": on, "opens": time.fromisoformat(start), "closes": time.fromisoformat(end)})
            for on, start, end in spans
        ],
        hours_exceptions=[
            (
                "exception",
                {
                    "date": date.fromisoformat(day),
                    "opens": time.fromisoformat(start) if start else None,
                    "closes": time.fromisoformat(end) if end else None,
                },
            )
            for day, start, end in exceptions
        ],
        **fields,
    )


def at(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON, fold=fold)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


OFFICE = (WEEKDAYS, "09:00", "17:00")


@pytest.mark.parametrize(
    ("moment", "answer"),
    [
        ("2026-11-23 08:59:59", False),
        ("2026-11-23 09:00:00", True),
        ("2026-11-23 16:59:59", True),
        ("2026-11-23 17:00:00", False),
        ("2026-11-28 12:00:00", False),
    ],
)
def test_it_opens_and_closes_to_the_second(moment, answer):
    assert weekly(OFFICE).is_open(at(moment)) is answer


def test_hours_are_uk_time_in_summer_too():
    assert weekly(OFFICE).is_open(utc("2026-07-06 08:00")) is True
    assert weekly(OFFICE).is_open(utc("2026-07-06 16:00")) is False


def test_unknown_hours_never_read_open():
    assert HelpRoute().is_open(at("2026-11-23 12:00")) is None
    assert HelpRoute(hours="Most evenings").is_open(at("2026-11-23 12:00")) is None
    assert HelpRoute(hours="Most evenings").hours_ahead() == ""


def test_a_moment_without_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        weekly(OFFICE).is_open(datetime(2026, 11, 23, 12))


@pytest.mark.parametrize("fold", [0, 1])
@pytest.mark.parametrize(
    "moment", ["2026-11-24 03:00", "2026-03-29 02:30", "2026-10-25 01:30", "2026-12-25 12:00"]
)
def test_day_and_night_is_always_open(moment, fold):
    assert HelpRoute(hours_kind="always").is_open(at(moment, fold)) is True


@pytest.mark.parametrize(
    ("moment", "answer"),
    [
        ("2026-11-27 21:59:59", False),
        ("2026-11-27 22:00", True),
        ("2026-11-28 00:00", True),
        ("2026-11-28 01:59:59", True),
        ("2026-11-28 02:00", False),
        ("2026-11-29 01:00", False),
    ],
)
def test_a_span_may_run_over_midnight(moment, answer):
    assert weekly((["friday"], "22:00", "02:00")).is_open(at(moment)) is answer


def test_a_span_may_end_at_midnight_or_last_a_whole_day():
    assert weekly((["friday"], "18:00", "00:00")).is_open(at("2026-11-27 23:59:59")) is True
    assert weekly((["friday"], "18:00", "00:00")).is_open(at("2026-11-28 00:00")) is False
    assert weekly((["friday"], "00:00", "00:00")).is_open(at("2026-11-27 00:00")) is True
    assert weekly((["friday"], "00:00", "00:00")).is_open(at("2026-11-28 00:00")) is False


def test_a_sunday_night_runs_into_monday():
    assert weekly((["sunday"], "20:00", "06:00")).is_open(at("2026-11-23 05:00")) is True


def test_in_the_night_of_spring_the_missing_hour_is_not_counted():
    night = weekly((["saturday"], "22:00", "03:00"))  # clocks go from 01:00 to 02:00 on 29 March 2026
    assert night.is_open(utc("2026-03-29 00:59:59")) is True
    assert night.is_open(utc("2026-03-29 01:59:59")) is True
    assert night.is_open(utc("2026-03-29 02:00")) is False
    next_morning = weekly((["sunday"], "09:00", "17:00"))
    assert next_morning.is_open(utc("2026-03-29 07:59:59")) is False
    assert next_morning.is_open(utc("2026-03-29 08:00")) is True


def test_a_time_that_does_not_exist_leaves_it_unsaid_only_while_it_matters():
    route = weekly((["sunday"], "01:30", "06:00"))
    assert route.is_open(utc("2026-03-29 00:29")) is False
    assert route.is_open(utc("2026-03-29 01:15")) is None
    assert route.is_open(utc("2026-03-29 01:30")) is True


def test_in_the_night_of_autumn_the_repeated_hour_is_counted_twice():
    night = weekly((["saturday"], "22:00", "03:00"))  # 01:00 to 02:00 comes twice on 25 October 2026
    for moment in ("2026-10-25 00:30", "2026-10-25 01:30", "2026-10-25 02:59:59"):
        assert night.is_open(utc(moment)) is True
    assert night.is_open(utc("2026-10-25 03:00")) is False


def test_a_time_that_comes_twice_leaves_it_unsaid_only_between_the_two():
    route = weekly((["saturday"], "22:00", "01:30"))
    assert route.is_open(at("2026-10-25 01:29:59", fold=0)) is True
    assert route.is_open(at("2026-10-25 01:45", fold=0)) is None
    assert route.is_open(at("2026-10-25 01:29:59", fold=1)) is None
    assert route.is_open(at("2026-10-25 01:30", fold=1)) is False


def test_a_different_day_comes_before_the_usual_week_and_the_bank_holiday():
    route = weekly(
        OFFICE,
        bank_holidays="closed",
        exceptions=[
            ("2026-11-24", "", ""),
            ("2026-12-25", "10:00", "12:00"),
            ("2026-11-26", "23:00", "01:00"),
        ],
    )
    assert route.is_open(at("2026-11-24 10:00")) is False
    assert route.is_open(at("2026-12-25 11:00")) is True
    assert route.is_open(at("2026-12-25 12:00")) is False
    assert route.is_open(at("2026-11-26 10:00")) is False
    assert route.is_open(at("2026-11-27 00:30")) is True


def test_even_a_line_that_is_always_open_may_close_for_a_day():
    route = weekly(OFFICE, exceptions=[("2026-11-24", "", "")])
    route.weekly_hours, route.hours_kind = [], "always"
    assert route.is_open(at("2026-11-23 23:59:59")) is True
    assert route.is_open(at("2026-11-24 12:00")) is False


@pytest.mark.parametrize(
    ("nation", "day"),
    [
        ("england", "2026-08-31"),
        ("wales", "2026-08-31"),
        ("scotland", "2026-08-03"),
        ("scotland", "2026-01-02"),
        ("scotland", "2026-11-30"),
        ("northern_ireland", "2026-03-17"),
        ("northern_ireland", "2026-07-13"),
    ],
)
def test_each_nation_has_bank_holidays_of_its_own(nation, day):
    route = weekly(OFFICE, bank_holidays="closed", bank_holidays_of=nation)
    assert route.is_open(at(f"{day} 10:00")) is False
    other = "scotland" if nation != "scotland" else "england"
    elsewhere = weekly(OFFICE, bank_holidays="closed", bank_holidays_of=other)
    assert elsewhere.is_open(at(f"{day} 10:00")) is True


@pytest.mark.parametrize(
    ("rule", "answer"), [("as_usual", True), ("closed", False), ("as_sunday", False), ("unknown", None)]
)
def test_a_bank_holiday_is_what_the_editor_said_of_it(rule, answer):
    route = weekly(OFFICE, (["sunday"], "12:00", "14:00"), bank_holidays=rule)
    assert route.is_open(at("2026-08-31 10:00")) is answer
    assert (
        weekly((["sunday"], "12:00", "14:00"), bank_holidays="as_sunday").is_open(at("2026-08-31 13:00"))
        is True
    )


def test_a_bank_holiday_that_nobody_knows_about_leaves_its_night_unsaid_too():
    route = weekly((["monday"], "22:00", "02:00"), bank_holidays="unknown")
    assert route.is_open(at("2026-09-01 01:59")) is None
    assert route.is_open(at("2026-09-01 02:00")) is False


def test_the_night_before_a_closed_bank_holiday_runs_to_its_end():
    route = weekly((EVERY_DAY, "20:00", "02:00"), bank_holidays="closed")
    assert route.is_open(at("2026-12-25 01:00")) is True
    assert route.is_open(at("2026-12-25 21:00")) is False


def test_a_holiday_that_was_moved_is_certain_only_on_its_new_day():
    assert is_bank_holiday("england", date(2026, 12, 28)) is True
    assert is_bank_holiday("england", date(2026, 12, 26)) is None
    assert is_bank_holiday("england", date(2026, 12, 24)) is False


def test_what_the_browser_is_told_agrees_with_the_answer_at_every_quarter_of_an_hour():
    route = weekly(OFFICE, (["saturday"], "22:00", "01:30"), bank_holidays="unknown")
    start = utc("2026-10-19 00:00")
    parts = segments(route, start, start + timedelta(days=8))
    for quarter in range(8 * 24 * 4):
        moment = start + timedelta(minutes=15 * quarter)
        told = next((part.is_open for part in parts if part.start <= moment < part.end), None)
        assert told is route.is_open(moment), moment


@pytest.mark.parametrize(
    ("at_time", "said"),
    [("09:00", "9am"), ("17:30", "5:30pm"), ("12:00", "midday"), ("00:00", "midnight"), ("00:15", "12:15am")],
)
def test_times_read_as_people_say_them(at_time, said):
    assert clock(time.fromisoformat(at_time)) == said


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (WEEKDAYS, "Monday to Friday"),
        (["sunday", "saturday"], "Saturday and Sunday"),
        ([*WEEKDAYS, "sunday"], "Monday to Friday and Sunday"),
        (["monday", "wednesday", "friday"], "Monday, Wednesday and Friday"),
        (EVERY_DAY, "Every day"),
    ],
)
def test_days_read_as_people_say_them(chosen, said):
    assert days(chosen) == said


def test_hours_read_as_sentences_and_past_days_are_left_out():
    route = weekly(
        OFFICE,
        (["saturday"], "22:00", "02:00"),
        bank_holidays="closed",
        bank_holidays_of="scotland",
        exceptions=[("2026-12-25", "", ""), ("2026-11-01", "", "")],
        hours="Busy at noon",
    )
    assert route.hours_lines(on=date(2026, 11, 22)) == [
        "Busy at noon",
        "Monday to Friday, 9am to 5pm",
        "Saturday, 10pm to 2am the next day",
        "Closed on bank holidays in Scotland",
        "25 December 2026: closed",
    ]


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"hours_kind": "weekly"}, "Add the times"),
        (
            {"hours_kind": "unknown", "weekly_hours": weekly(OFFICE).weekly_hours},
            "Choose “At the times below”",
        ),
    ],
)
def test_hours_that_contradict_themselves_are_refused(db, fields, refusal):
    with pytest.raises(ValidationError, match=refusal):
        HelpRoute(name="A", slug="a", who_for="All", phone="101", **fields).full_clean()
