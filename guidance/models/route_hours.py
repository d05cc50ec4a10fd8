"""When a help route answers, as data and as words."""

import json
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from portal.databases.plain_fields import BlocksField

from ..audiences import Nation
from ..hours.blocks import ExceptionsBlock, WeekBlock
from ..hours.opening import is_open, segments
from ..hours.wording import hours_in_words
from .route_evidence import Cell

# How far ahead a page tells a browser, for someone who leaves it open.
AHEAD = timedelta(days=8)


class RouteHours(models.Model):
    """Hours in UK time. They stand in the route itself, so that a page asks for nothing more."""

    class HoursKind(models.TextChoices):
        """Whether the hours are known at all."""

        UNKNOWN = "unknown", "We do not know"
        ALWAYS = "always", "Day and night, every day"
        WEEKLY = "weekly", "At the times below"
        APPOINTMENT = "appointment", "By appointment"
        CHAT_ONLY = "chat_only", "By online chat only"

    class BankHolidays(models.TextChoices):
        """What a bank holiday changes."""

        UNKNOWN = "unknown", "We do not know"
        AS_USUAL = "as_usual", "Open as usual"
        CLOSED = "closed", "Closed"
        AS_SUNDAY = "as_sunday", "Open as on a Sunday"

    hours = models.CharField(
        "hours in words",
        max_length=200,
        blank=True,
        help_text="Anything the times cannot say. Empty if not checked.",
    )
    hours_kind = models.CharField(
        "when it answers",
        max_length=11,
        choices=HoursKind.choices,
        default=HoursKind.UNKNOWN,
        help_text="Choose only what was checked. “Open now” is said of hours by day and night or at times, "
        "never of hours we do not know, of appointments or of a chat.",
    )
    weekly_hours = BlocksField(
        WeekBlock(required=False), blank=True, help_text="One entry for each span of time in a usual week."
    )
    bank_holidays = models.CharField(
        max_length=10,
        choices=BankHolidays.choices,
        default=BankHolidays.UNKNOWN,
        help_text="What changes on a bank holiday.",
    )
    bank_holidays_of = models.CharField(
        "whose bank holidays",
        max_length=16,
        choices=Nation.choices,
        default=Nation.ENGLAND,
        help_text="The nation whose bank holidays it keeps.",
    )
    hours_exceptions = BlocksField(
        ExceptionsBlock(required=False), blank=True, help_text="Days on which the usual times do not hold."
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.hours_kind == self.HoursKind.WEEKLY and not self.weekly_hours:
            raise ValidationError({"weekly_hours": "Add the times, or choose “We do not know” above."})
        if self.hours_kind != self.HoursKind.WEEKLY and self.weekly_hours:
            raise ValidationError({"hours_kind": "Choose “At the times below”, or remove the times."})
        if self.hours_kind == self.HoursKind.CHAT_ONLY and self.phone:
            raise ValidationError(
                {"hours_kind": "It has a phone number, so it is not a chat only. Say when the phone answers."}
            )

    def is_open(self, moment: datetime | None = None) -> bool | None:
        """Return whether it answers at a moment, by default now; None if that is not certain."""
        return None if self.is_withheld(Cell.HOURS) else is_open(self, moment or timezone.now())

    def hours_lines(self, on: date | None = None) -> list[str]:
        """Return the hours in words, a line each."""
        return [] if self.is_withheld(Cell.HOURS) else hours_in_words(self, on or timezone.localdate())

    def hours_ahead(self) -> str:
        """Return as JSON the moments from which a browser says "open now" at the second it is read.

        ``times`` are [start, end, open] in seconds since 1970; where none covers the moment, nothing is said.
        """
        if self.is_withheld(Cell.HOURS):
            return ""
        now = timezone.now()
        times = [
            [int(part.start.timestamp()), int(part.end.timestamp()), int(part.is_open)]
            for part in segments(self, now, now + AHEAD)
        ]
        return json.dumps({"written": int(now.timestamp()), "times": times}) if times else ""
