"""Where "Who should I tell?" begins, for pages that hold its first question."""

from django.urls import reverse

from .tree import START


def front_door() -> dict:
    """Return the address of the finder and its first question."""
    return {"url": reverse("finder"), "step": START}
