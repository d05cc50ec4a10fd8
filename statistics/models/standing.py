"""How sure a figure is, and what took its place."""

from django.db import models

from ..states import EXPLANATIONS, State


class FigureStanding(models.Model):
    """The state, the reason for it, and the newer figure."""

    state = models.CharField(
        max_length=12,
        choices=State.choices,
        default=State.UNVERIFIED,
        help_text="How sure the figure is. Shown wherever the figure is shown.",
    )
    state_note = models.CharField(
        max_length=300, blank=True, help_text="Why it has this state, in one sentence. Shown to readers."
    )
    seen_by = models.CharField(
        "seen in the source by",
        max_length=120,
        blank=True,
        help_text="Who has read the figure in its source, by name. Not shown to readers. “Verified” needs "
        "this, or that the words and the value are found in the file of the source.",
    )
    seen_on = models.DateField(
        "seen on", null=True, blank=True, help_text="The day on which that person read it there."
    )
    superseded_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="supersedes",
        help_text="The newer figure. Needed if the state is “Superseded”.",
    )

    class Meta:
        abstract = True

    @property
    def state_label(self) -> str:
        """The state in one word."""
        return self.get_state_display()

    @property
    def state_explanation(self) -> str:
        """What the state means, in one sentence."""
        return EXPLANATIONS.get(self.state, "")
