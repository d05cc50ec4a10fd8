"""What the safety audit found, so that visitors can read it."""

from django.db import models


class SafetyAuditResult(models.Model):
    """One run of ``manage.py safety_audit``. The newest is shown by the block of the same name."""

    KEPT = 50

    finished_at = models.DateTimeField(db_index=True, help_text="When the last address was looked at.")
    base_address = models.CharField(max_length=200, help_text="The address of the running site.")
    pages = models.PositiveIntegerField(help_text="How many addresses were looked at.")
    findings = models.JSONField(default=list, help_text="Each with page, rule, what and hint.")

    class Meta:
        ordering = ["-finished_at"]
        get_latest_by = "finished_at"

    def __str__(self):
        return f"{self.finished_at:%Y-%m-%d %H:%M}: {len(self.findings)} findings on {self.base_address}"

    @classmethod
    def forget_old(cls) -> None:
        """Keep the newest results only, since the audit may run every hour."""
        cls.objects.exclude(pk__in=list(cls.objects.values_list("pk", flat=True)[: cls.KEPT])).delete()
