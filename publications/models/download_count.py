"""How often a publication is downloaded each day, and nothing about by whom."""

from django.db import models


class DownloadCount(models.Model):
    """One publication's downloads on one day in the UK. Kept for ever: it holds nothing of a reader."""

    unseen_by_visitors = True

    page = models.ForeignKey(
        "publications.PublicationPage",
        on_delete=models.CASCADE,
        related_name="download_counts",
        help_text="The publication.",
    )
    day = models.DateField(help_text="The day in the UK.")
    count = models.PositiveIntegerField(default=0, help_text="Downloads that began on that day.")

    class Meta:
        default_permissions = ()
        ordering = ["-day", "page"]
        constraints = [models.UniqueConstraint(fields=["page", "day"], name="one_download_count_a_day")]

    def __str__(self):
        return f"{self.day}: {self.count}"
