"""The last result of looking for a figure in its source, and who accepted it if it was not found."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from ..evidence import Evidence, fingerprint_of, look_up
from .figure import StatisticPage


class EvidenceCheck(models.Model):
    """What was found for a published figure. A new file, or an edit, ends an acceptance."""

    figure = models.OneToOneField(
        StatisticPage, on_delete=models.CASCADE, related_name="evidence_check", editable=False
    )
    result = models.CharField(max_length=16, choices=Evidence.choices, editable=False)
    fingerprint = models.CharField(max_length=64, editable=False)
    since = models.DateTimeField(default=timezone.now, editable=False)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    accepted_on = models.DateField(null=True, editable=False)
    accepted_note = models.TextField(
        blank=True,
        max_length=500,
        help_text="How you made sure that the figure is right, although it was not found: “The page is a "
        "picture; I read it there.”",
    )

    def __str__(self):
        return self.get_result_display()

    @property
    def is_open(self) -> bool:
        """Whether somebody has to look at it: not found, and not accepted."""
        return Evidence(self.result).is_acceptable and not self.accepted_on

    @property
    def is_accepted(self) -> bool:
        """Whether somebody accepted the figure as it is now: an edit, or a new file, ends it."""
        return bool(self.accepted_on) and self.fingerprint == fingerprint_of(self.figure)

    def accept(self, user, note: str) -> None:
        """Accept that the figure was not found.

        Raises:
            ValueError: if the note is empty, or the user is the one who edited the figure last.
        """
        if not note.strip():
            raise ValueError("Say how you made sure that the figure is right.")
        if user.pk in editors_of(self.figure):
            raise ValueError("Somebody else must accept it: you edited this figure last.")
        self.accepted_by, self.accepted_on, self.accepted_note = user, timezone.localdate(), note.strip()
        self.save()


def editors_of(figure) -> set[int]:
    """Return the ids of who made the version that is published and the newest draft."""
    revisions = (figure.live_revision, figure.latest_revision)
    return {revision.user_id for revision in revisions if revision and revision.user_id}


def check_evidence(figure) -> EvidenceCheck:
    """Look the figure up in its source and keep the result; an acceptance lasts while nothing changes."""
    fingerprint, result = fingerprint_of(figure), look_up(figure)
    kept = EvidenceCheck.objects.filter(figure=figure.pk).first()
    if kept and kept.fingerprint == fingerprint and kept.result == result:
        return kept
    fresh = {
        "result": result,
        "fingerprint": fingerprint,
        "since": timezone.now(),
        "accepted_by": None,
        "accepted_on": None,
        "accepted_note": "",
    }
    return EvidenceCheck.objects.update_or_create(figure_id=figure.pk, defaults=fresh)[0]
