"""Opening hours are told as the standard has them, and only if they are known."""

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from guidance.models import HelpRoute
from guidance.models.route_hours import RouteHours

pytestmark = pytest.mark.django_db


def publish_hours(route, kind, spans=(), days=(), **fields):
    """Publish the route with these hours."""
    route.hours_kind = kind
    route.weekly_hours = json.dumps([{"type": "span", "value": value} for value in spans])
    route.hours_exceptions = json.dumps([{"type": "exception", "value": value} for value in days])
    for name, value in fields.items():
        setattr(route, name, value)
    route.save_revision().publish()


def said(schedule: dict) -> dict:
    """Return what a schedule says, without identifiers and words."""
    return {
        name: value for name, value in schedule.items() if name not in ("id", "service_id", "description")
    }


def test_a_week_is_told_by_days_and_times(services, answer, checked_route):
    spans = [
        {"days": ["monday", "tuesday"], "opens": "09:00", "closes": "17:30"},
        {"days": ["friday"], "opens": "22:00", "closes": "02:00"},
    ]
    publish_hours(checked_route, "weekly", spans, bank_holidays="closed", bank_holidays_of="scotland")
    weekly, night = services()["night-line"]["schedules"]
    assert said(weekly) == {"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00", "closes_at": "17:30"}
    assert said(night) == {"freq": "WEEKLY", "byday": "FR", "opens_at": "22:00", "closes_at": "02:00"}
    assert night["description"] == "Friday, 10pm to 2am the next day. UK time."
    assert answer("night-line", "bank_holidays")["taxonomy_term"]["term"] == "closed"
    assert answer("night-line", "bank_holidays_of")["value"] == "Scotland"


def test_day_and_night_is_no_empty_span(services):
    (always,) = services()["childline"]["schedules"]
    assert (always["opens_at"], always["closes_at"]) == ("00:00", "23:59")
    assert always["byday"] == "MO,TU,WE,TH,FR,SA,SU"


def test_days_that_differ_are_told_until_they_are_past(services, checked_route):
    today = timezone.localdate()
    coming, past = (today + timedelta(days=3)).isoformat(), (today - timedelta(days=3)).isoformat()
    days = [
        {"date": past, "opens": None, "closes": None},
        {"date": coming, "opens": None, "closes": None},
        {"date": today.isoformat(), "opens": "10:00", "closes": "12:00"},
    ]
    publish_hours(checked_route, "always", days=days)
    _, now, later = services()["night-line"]["schedules"]
    assert said(now)["valid_from"] == said(now)["valid_to"] == today.isoformat()
    assert said(later) == {"valid_from": coming, "valid_to": coming, "notes": "Closed"}


def test_a_kind_of_opening_that_is_no_week_is_told_in_words(services, answer, checked_route, monkeypatch):
    """Such as "by appointment": the list of kinds may grow."""
    field = HelpRoute._meta.get_field("hours_kind")
    monkeypatch.setattr(field, "choices", [*RouteHours.HoursKind.choices, ("by_call", "When you ask")])
    HelpRoute.objects.filter(pk=checked_route.pk).update(hours_kind="by_call", hours="Write first.")
    assert "schedules" not in services()["night-line"]
    assert answer("night-line", "hours")["value"] == "When you ask"
    assert answer("night-line", "hours_in_words")["value"] == "Write first."


def test_a_day_that_is_past_is_told_no_more(services, checked_route, monkeypatch):
    publish_hours(checked_route, "always", days=[{"date": "2030-06-01", "opens": None, "closes": None}])
    monkeypatch.setattr("guidance.open_referral.services.today", lambda: date(2030, 6, 2))
    assert len(services()["night-line"]["schedules"]) == 1
