"""One question over the years: which figures answer it, and where counting changed."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from portal.visibility import narrow, public_now

from ..choices import Comparability


class FigureSeries(index.Indexed, models.Model):
    """A question that several figures answer, each for its own time or by its own method."""

    question = models.CharField(
        max_length=200,
        unique=True,
        help_text="The question all its figures answer, in plain words: “How many people in the UK pose a "
        "sexual threat to children?”",
    )
    note = models.TextField(
        blank=True, help_text="What readers must know about the whole series, in a sentence or two."
    )

    panels = [FieldPanel("question"), FieldPanel("note")]
    search_fields = [index.SearchField("question"), index.AutocompleteField("question")]

    class Meta:
        verbose_name = "series of figures"
        verbose_name_plural = "series of figures"
        ordering = ["question"]

    def __str__(self):
        return self.question

    def figures_shown(self) -> list:
        """Return the figures that anyone may read, oldest first."""
        figures = narrow(public_now(self.figures.all()), "body")
        return list(figures.order_by("year", "first_published_at", "pk"))


class InSeries(models.Model):
    """A figure answers at most one question over time, and says how it was counted beside the one before."""

    series = models.ForeignKey(
        FigureSeries,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="figures",
        help_text="The question that this figure and others answer for different years. Shown as a table and "
        "a chart.",
    )
    comparability = models.CharField(
        "beside the one before",
        max_length=8,
        choices=Comparability.choices,
        default=Comparability.UNKNOWN,
        help_text="Only where the method is known to be the same may a line join the two.",
    )
    break_note = models.CharField(
        max_length=250,
        blank=True,
        help_text="What changed in the counting, in one sentence. Shown to readers.",
    )

    class Meta:
        abstract = True
