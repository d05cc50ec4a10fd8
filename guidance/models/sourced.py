"""A fact that visitors are told, with where it was read: for help routes and for pages of help."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.models import Orderable

from portal.text.confidence import Confidence


class Sourced(Orderable):
    """A fact in our words, the source with its own words, and how long that may be relied on.

    Dates are days in the UK. Several rows may support the same fact.
    """

    found = models.CharField(
        "what the source says",
        max_length=300,
        help_text="In our own words, in one sentence: “Calls are free from landlines and mobiles.”",
    )
    source_url = models.URLField(
        "source address", max_length=400, blank=True, help_text="The page that says so."
    )
    quoted_words = models.CharField(
        max_length=300, blank=True, help_text="The source's own words that prove it, without quotation marks."
    )
    read_in = models.CharField(
        "which copy was read",
        max_length=250,
        blank=True,
        help_text="If it was not read live: which copy, and how old it is. Empty if it was read live.",
    )
    read_on = models.DateField(null=True, blank=True, help_text="The day on which somebody read it there.")
    read_by = models.CharField(
        max_length=120, blank=True, help_text="Who read it: a name or a role. Shown to staff only."
    )
    confidence = models.CharField(
        max_length=11,
        choices=Confidence.choices,
        default=Confidence.SECONDARY,
        help_text="What rests on conflicting sources alone is not shown to visitors.",
    )
    use_by = models.DateField(
        null=True, blank=True, help_text="The last day on which it may be relied on without another look."
    )

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.found

    def clean(self):
        super().clean()
        if self.read_on and self.read_on > timezone.localdate():
            raise ValidationError(
                {"read_on": "Enter the day on which it was read: it cannot be in the future."}
            )
        if self.read_on and self.use_by and self.use_by < self.read_on:
            raise ValidationError({"use_by": "Enter a day after the one on which it was read."})

    def is_past_use(self, on: date | None = None) -> bool:
        """Whether somebody has to look at the source again, by default today in the UK."""
        return bool(self.use_by) and self.use_by < (on or timezone.localdate())
