"""What a figure says: its value, what was counted, when and where."""

from contextlib import suppress

from django.db import models

from ..choices import Bound, Kind, Likelihood, Thing, Unit
from ..numbers.fields import PlainDecimalField
from ..numbers.periods import BackwardsPeriodError, UnclearPeriodError, last_year
from ..numbers.wording import counted_text, value_text


class FigureValue(models.Model):
    """The value and everything without which it means nothing."""

    lower_value = PlainDecimalField(
        "value",
        max_digits=20,
        decimal_places=4,
        null=True,
        help_text="In full, such as 8300000, or as 8.3 million. For a range, the lower end.",
    )
    upper_value = PlainDecimalField(
        max_digits=20, decimal_places=4, null=True, blank=True, help_text="Only for a range: its upper end."
    )
    bound = models.CharField(
        max_length=12,
        choices=Bound.choices,
        default=Bound.STATED,
        help_text="How the source words the value. A rounded number is as stated, never exact.",
    )
    unit = models.CharField(
        max_length=12,
        choices=Unit.choices,
        default=Unit.NUMBER,
        help_text="A number of things, or a share of them in per cent.",
    )
    thing = models.CharField(
        "counts",
        max_length=16,
        choices=Thing.choices,
        default=Thing.UNCLEAR,
        help_text="People, accounts and images are easily mistaken for each other. Say which it is.",
    )
    counted = models.CharField(
        "what is counted",
        max_length=250,
        help_text="Completes the sentence after the value: “children safeguarded or protected…”. "
        "If the value is 1, write it so that it follows “1”.",
    )
    kind = models.CharField(
        max_length=12, choices=Kind.choices, default=Kind.COUNT, help_text="How the value came about."
    )
    likelihood = models.CharField(
        max_length=16,
        blank=True,
        choices=Likelihood.choices,
        help_text="Only for an intelligence assessment: the source's own word for how likely it is.",
    )
    period = models.CharField(
        max_length=120, help_text="The time it covers, in words: “year ending September 2019”."
    )
    year = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="The last year of the period, for sorting: 2019. Left empty, it is read from the period.",
    )
    area = models.CharField(
        max_length=120, help_text="The place it covers: “UK”, or “Area not stated in the source”."
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.year is None:
            # What is wrong with the period is said by ``validation``.
            with suppress(UnclearPeriodError, BackwardsPeriodError):
                self.year = last_year(self.period)

    @property
    def value_text(self) -> str:
        """The value in words, for example "at least 300,000"."""
        return value_text(self.lower_value, self.upper_value, self.bound, self.unit)

    def statement(self) -> str:
        """The value and what it counts, as one utterance."""
        return f"{self.value_text} {self.counted_text}"

    @property
    def counted_text(self) -> str:
        """What follows the value in a sentence."""
        return counted_text(self.counted, self.unit)

    @property
    def is_open(self) -> bool:
        """Whether the value may be any number above the one that is given."""
        return self.bound in Bound and Bound(self.bound).is_open

    @property
    def kind_label(self) -> str:
        """How the value came about, in words."""
        return self.get_kind_display()

    @property
    def likelihood_label(self) -> str:
        """The word for likelihood with its band, or empty."""
        return self.get_likelihood_display() if self.likelihood else ""
