"""How good a source is for what visitors are told."""

from django.db.models import TextChoices


class Confidence(TextChoices):
    """How good a source is for a fact."""

    OFFICIAL = "official", "Official: the service itself, or the body in charge of it"
    SECONDARY = "secondary", "Secondary: somebody else says so"
    CONFLICTING = "conflicting", "Conflicting: sources disagree, or a newer one casts doubt"
