"""Hours that contradict each other are refused in words, since nobody could tell which of them holds."""

import pytest

from guidance.models import HelpRoute
from tests.factories import edit_route, words

pytestmark = pytest.mark.django_db
OVERLAP = "overlap. Correct a time, or make them one span."
MONDAY, SUNDAY = ["monday"], ["sunday"]
EVERY_DAY = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def typed(field: str, kind: str, entries: list[dict]) -> dict:
    """Return what the form sends for the entries of a stream."""
    sent = {f"{field}-count": str(len(entries))}
    for number, entry in enumerate(entries):
        at = f"{field}-{number}"
        sent |= {f"{at}-type": kind, f"{at}-order": str(number), f"{at}-deleted": "", f"{at}-id": ""}
        sent |= {f"{at}-value-{name}": value for name, value in entry.items()}
    return sent


def save_week(client, *spans: tuple[list[str], str, str]):
    """Publish Childline with these hours, and return the admin's answer."""
    entries = [{"days": days, "opens": opens, "closes": closes} for days, opens, closes in spans]
    route = HelpRoute.objects.get(slug="childline")
    return edit_route(client, route, hours_kind="weekly", **typed("weekly_hours", "span", entries))


def save_days(client, *days: tuple[str, str, str]):
    """Publish Childline with these different days, and return the admin's answer."""
    entries = [{"date": day, "opens": opens, "closes": closes} for day, opens, closes in days]
    route = HelpRoute.objects.get(slug="childline")
    return edit_route(client, route, **typed("hours_exceptions", "exception", entries))


@pytest.mark.parametrize(
    ("spans", "named"),
    [
        ([(MONDAY, "09:00", "17:00"), (MONDAY, "09:00", "17:00")], "The times of Monday overlap"),
        ([(MONDAY, "09:00", "17:00"), (EVERY_DAY, "16:59", "18:00")], "The times of Monday overlap"),
        ([(MONDAY, "22:00", "02:00"), (["tuesday"], "01:00", "05:00")], "Tuesday and Monday overlap"),
        ([(SUNDAY, "22:00", "02:00"), (MONDAY, "00:00", "05:00")], "Monday and Sunday overlap"),
        ([(MONDAY, "00:00", "00:00"), (MONDAY, "09:00", "17:00")], "The times of Monday overlap"),
        ([(EVERY_DAY, "09:00", "09:00"), (["friday"], "10:00", "11:00")], "The times of Friday overlap"),
    ],
)
def test_times_that_overlap_are_refused_and_the_day_is_named(editor_client, spans, named):
    response = save_week(editor_client, *spans)
    assert response.status_code == 200
    page = response.content.decode()
    assert named in page
    assert OVERLAP in page
    assert not HelpRoute.objects.get(slug="childline").weekly_hours


@pytest.mark.parametrize(
    "spans",
    [
        [(MONDAY, "09:00", "12:00"), (MONDAY, "12:00", "17:00")],
        [(MONDAY, "18:00", "00:00"), (["tuesday"], "00:00", "05:00")],
        [(SUNDAY, "22:00", "02:00"), (MONDAY, "02:00", "05:00")],
        [(EVERY_DAY, "00:00", "00:00")],
        [(EVERY_DAY, "20:00", "06:00"), (EVERY_DAY, "06:00", "20:00")],
        [(MONDAY, "09:00", "17:00"), (["tuesday"], "09:00", "17:00")],
    ],
)
def test_times_that_only_touch_are_taken(editor_client, spans):
    assert save_week(editor_client, *spans).status_code == 302
    assert len(HelpRoute.objects.get(slug="childline").weekly_hours) == len(spans)


@pytest.mark.parametrize(
    ("days", "refusal"),
    [
        ([("2026-12-25", "", ""), ("2026-12-25", "10:00", "12:00")], "There is another entry for this day."),
        ([("2026-12-25", "", ""), ("2026-12-25", "", "")], "There is another entry for this day."),
        ([("2026-12-25", "10:00", "12:00"), ("2026-12-25", "11:00", "13:00")], "overlaps with another entry"),
        ([("2026-12-25", "22:00", "02:00"), ("2026-12-25", "23:00", "23:30")], "overlaps with another entry"),
    ],
)
def test_two_entries_for_one_day_that_cannot_both_hold_are_refused(editor_client, days, refusal):
    response = save_days(editor_client, *days)
    assert response.status_code == 200
    assert refusal in response.content.decode()


def test_a_day_may_have_two_times(editor_client):
    assert (
        save_days(
            editor_client, ("2026-12-24", "09:00", "12:00"), ("2026-12-24", "13:00", "15:00")
        ).status_code
        == 302
    )


@pytest.mark.parametrize("time", ["25:00", "9am", "9.30", "24:00"])
def test_a_time_that_is_none_is_refused_in_words_and_stays_as_typed(editor_client, time):
    response = save_week(editor_client, (MONDAY, time, "17:00"))
    assert response.status_code == 200
    page = response.content.decode()
    assert "This is not a time. Enter hours and minutes by the 24-hour clock" in page
    assert f"&quot;{time}&quot;" in page
    assert f"Monday, {time}" not in words(editor_client.get("/what-you-can-do/"))


def test_by_appointment_is_said_in_words_and_never_open_now(editor_client):
    route = HelpRoute.objects.get(slug="childline")
    assert edit_route(editor_client, route, hours="By appointment", hours_kind="unknown").status_code == 302
    page = editor_client.get("/what-you-can-do/for-children-and-young-people/")
    assert "When it answers By appointment" in words(page)
    assert "data-hours" not in page.content.decode()
