"""What editors enter: hours by the day of the week, and days that are different."""

from django import forms
from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from .overlaps import refuse_contradicting_days, refuse_overlapping_week

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class SpanBlock(blocks.StructBlock):
    """One span of time on one or more days of the week."""

    days = blocks.MultipleChoiceBlock(
        choices=[(day, day.capitalize()) for day in DAYS],
        widget=forms.CheckboxSelectMultiple,
        help_text="The days on which it opens at this time.",
    )
    opens = blocks.TimeBlock(help_text="In UK time. For the whole day enter 00:00 here and below.")
    closes = blocks.TimeBlock(help_text="A time that is not later than the one above is on the next day.")

    class Meta:
        icon = "time"
        label = "Span"


class ExceptionBlock(blocks.StructBlock):
    """One date on which the usual hours do not hold."""

    date = blocks.DateBlock(help_text="The day that is different. It comes before any bank holiday.")
    opens = blocks.TimeBlock(required=False, help_text="Leave both times empty if it is closed that day.")
    closes = blocks.TimeBlock(
        required=False, help_text="A time that is not later than the one above is on the next day."
    )

    def clean(self, value):
        cleaned = super().clean(value)
        if (cleaned["opens"] is None) != (cleaned["closes"] is None):
            missing = "opens" if cleaned["opens"] is None else "closes"
            raise StructBlockValidationError(
                {missing: ValidationError("Enter both times, or leave both empty if it is closed.")}
            )
        return cleaned

    class Meta:
        icon = "date"
        label = "Different day"


class WeekBlock(blocks.StreamBlock):
    """The hours of a usual week."""

    span = SpanBlock()

    def clean(self, value):
        cleaned = super().clean(value)
        refuse_overlapping_week([entry.value for entry in cleaned], DAYS)
        return cleaned


class ExceptionsBlock(blocks.StreamBlock):
    """The days that are different."""

    exception = ExceptionBlock()

    def clean(self, value):
        cleaned = super().clean(value)
        refuse_contradicting_days([entry.value for entry in cleaned])
        return cleaned
