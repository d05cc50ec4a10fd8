"""What editors read when a date or a time cannot be read: how to write it. Django only says "invalid"."""

from django import forms

SENTENCES = {
    forms.DateField: "This is not a day of the calendar. Enter it like 2026-11-25 or 25/11/2026.",
    forms.TimeField: (
        "This is not a time. Enter hours and minutes by the 24-hour clock, like 09:00 or 17:30. "
        "Midnight is 00:00."
    ),
    forms.DateTimeField: "This is not a day and time. Enter them like 2026-11-25 17:30. Midnight is 00:00.",
}


def say_how_dates_are_written() -> None:
    """Give every date and time field its sentence: of models, blocks, filters and schedules alike."""
    for field, sentence in SENTENCES.items():
        field.default_error_messages = {**field.default_error_messages, "invalid": sentence}
