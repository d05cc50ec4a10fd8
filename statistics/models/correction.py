"""Corrections: dated, worded, shown for ever."""

from django.db import models
from django.utils import timezone

from portal.visibility import public_now

from .figure import StatisticPage

MAX_SHOWN = 50


class CorrectionQuerySet(models.QuerySet):
    """A correction is shown as long as its figure is: there may be many whose figures are private."""

    def shown(self) -> models.QuerySet:
        """Return the newest corrections of figures that anyone may read."""
        figures = public_now(StatisticPage.objects.all()).values("pk")
        return self.filter(figure__in=figures).select_related("figure")[:MAX_SHOWN]


class Correction(models.Model):
    """What a published figure said wrongly, and what it says now. It is never changed or deleted."""

    # The database itself refuses to delete a figure that was corrected.
    figure = models.ForeignKey(
        StatisticPage, on_delete=models.PROTECT, related_name="corrections", editable=False
    )
    made_on = models.DateField(default=timezone.localdate, editable=False)
    words = models.TextField(editable=False)
    was = models.CharField(max_length=500, blank=True, editable=False)
    now = models.CharField(max_length=500, blank=True, editable=False)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_on", "-pk"]

    def __str__(self):
        return f"{self.made_on}: {self.words}"

    def save(self, *args, **kwargs):
        """Save it once.

        Raises:
            TypeError: if it was saved before; a wrong correction is corrected by another one.
        """
        if self.pk:
            raise TypeError("A correction is never changed. Add another one.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Refuse.

        Raises:
            TypeError: always.
        """
        raise TypeError("A correction is never deleted.")
