"""How figures stand to each other: entered once, shown on both."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable


class Kind(models.TextChoices):
    """Why two figures must not be read as parts of one total."""

    PART_OF = "part_of", "is part of"
    OVERLAPS = "overlaps", "overlaps with"
    SAME_QUESTION = "same_question", "answers the same question as"
    NOT_COMPARABLE = "not_comparable", "cannot be compared with"


# Read from the other figure, only one kind changes its words.
REVERSED = {Kind.PART_OF: "includes"}
WARNINGS = {
    Kind.PART_OF: "One of these figures is part of another: do not add them",
    Kind.OVERLAPS: "Some of these figures overlap: do not add them",
    Kind.SAME_QUESTION: "Some of these answer the same question at different times or by different methods: "
    "do not add them, and do not work out a change between them",
    Kind.NOT_COMPARABLE: "Some of these were counted in different ways: do not compare them",
}


class FigureRelation(Orderable):
    """One relation between two figures."""

    figure = ParentalKey(
        "statistics.StatisticPage", on_delete=models.CASCADE, related_name="figure_relations"
    )
    kind = models.CharField(
        max_length=20, choices=Kind.choices, help_text="Read it as a sentence: this figure … the other one."
    )
    other = models.ForeignKey(
        "statistics.StatisticPage",
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
        label = REVERSED.get(self.kind, self.get_kind_display())
        return {"figure": self.figure, "label": label, "note": self.note}
