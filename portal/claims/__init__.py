"""Claims that somebody has to look at: each app names its own, the floor lists them together."""

from .queue import Claim, Urgency, claims, last_editor

__all__ = ["Claim", "Urgency", "claims", "last_editor"]
