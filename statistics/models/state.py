"""How sure a figure is, and what took its place."""

from django.db import models

from ..choices import State
from .succession import comes_back_to


class FigureState(models.Model):
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
    def known_state(self) -> State | None:
        """The state, or None where a draft holds none that there is."""
        return State(self.state) if self.state in State else None

    @property
    def state_label(self) -> str:
        """The state in one word."""
        return self.get_state_display()

    @property
    def state_explanation(self) -> str:
        """What the state means, in one sentence."""
        return self.known_state.explanation if self.known_state else ""

    @property
    def is_past(self) -> bool:
        """Whether it should not be used any more."""
        return bool(self.known_state and self.known_state.is_past)

    @property
    def is_doubtful(self) -> bool:
        """Whether readers must be told, and nothing be worked out with it."""
        return bool(self.known_state and self.known_state.is_doubtful)

    def comes_back_to_itself(self) -> bool:
        """Whether the line of what took its place leads back to it."""
        return comes_back_to(self)
