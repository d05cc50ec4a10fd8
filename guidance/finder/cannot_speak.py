"""The page for those who cannot call, linked from each end of the finder if it is there."""

from django.db.models import Q

from portal.answering.frame import frame_and
from portal.visibility import is_public

from ..models.index_page import CANNOT_SPEAK


def cannot_speak(request) -> dict | None:
    """Return the link to the page, or None where there is none that anyone may read."""
    frame, found = frame_and(request, Q(slug=CANNOT_SPEAK))
    shown = (
        {"url": place.address_below(frame.root)}
        for place in found
        if place.url_path.endswith(f"/{CANNOT_SPEAK}/") and is_public(place, frame.restricted)
    )
    return next((link for link in shown if link["url"]), None)
