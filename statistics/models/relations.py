"""How figures stand to each other: entered once, shown on both."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable

from ..choices import RelationKind
from .figure import StatisticPage


class FigureRelation(Orderable):
    """Entered on one of two figures, shown on both. A form refuses a figure's relation to itself."""

    figure = ParentalKey(StatisticPage, on_delete=models.CASCADE, related_name="figure_relations")
    kind = models.CharField(
        max_length=20,
        choices=RelationKind.choices,
        help_text="Read it as a sentence: this figure … the other one.",
    )
    other = models.ForeignKey(
        StatisticPage,
        on_delete=models.CASCADE,
        related_name="relations_to",
        help_text="The other figure. The relation then shows on its page too.",
    )
    note = models.CharField(max_length=250, blank=True, help_text="Why, in one sentence. Shown to readers.")

    panels = [FieldPanel("kind"), PageChooserPanel("other"), FieldPanel("note")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.other_id}"

    def seen_from(self, figure) -> dict:
        """Return the other figure, how it relates to this one, and why."""
        if self.figure_id == figure.pk:
            return {"figure": self.other, "label": self.get_kind_display(), "note": self.note}
        return {"figure": self.figure, "label": RelationKind(self.kind).label_of_other, "note": self.note}
