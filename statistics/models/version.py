"""What a figure said when somebody cited it."""

from django.db import models
from django.utils import timezone

from .figure import StatisticPage


class FigureVersion(models.Model):
    """A figure as it was published on a day. Its number is part of its address; it never changes."""

    figure = models.ForeignKey(
        StatisticPage, on_delete=models.CASCADE, related_name="versions", editable=False
    )
    number = models.PositiveIntegerField(editable=False)
    published_at = models.DateTimeField(default=timezone.now, editable=False)
    # The day on which the figure got the state that it has in this version.
    state_since = models.DateField(default=timezone.localdate, editable=False)
    said = models.JSONField(editable=False)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["figure", "number"], name="one_version_of_a_number")]

    def __str__(self):
        return f"version {self.number}"
