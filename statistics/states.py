"""How sure a figure is, in the words shown wherever the figure is."""

from django.db import models


class State(models.TextChoices):
    """What was done to check the figure."""

    VERIFIED = "verified", "Verified"
    ATTRIBUTED = "attributed", "Attributed"
    UNVERIFIED = "unverified", "Unverified"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"


EXPLANATIONS = {
    State.VERIFIED: "We have seen this figure in the source.",
    State.ATTRIBUTED: "This is how the figure is quoted from the source. Nobody here has confirmed it there.",
    State.UNVERIFIED: "What this figure counts, or its unit, is in doubt. Do not rely on it.",
    State.SUPERSEDED: "A later figure has taken its place.",
    State.WITHDRAWN: "This figure should not be used any more.",
}
