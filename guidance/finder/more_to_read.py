"""The pages that an end of the finder links: those that are there and that anyone may read."""

from django.db.models import Q

from portal.answering.frame import frame_and
from portal.visibility import is_public


def links_to(request, slugs: set[str]) -> dict[str, dict]:
    """Return address and title of each page of guidance by its slug, from one query at most."""
    frame, found = frame_and(request, Q(slug__in=slugs))
    links = {}
    for place in found:
        slug = place.url_path.rstrip("/").rpartition("/")[2]
        if (
            place.app == "guidance"
            and slug in slugs
            and is_public(place, frame.restricted)
            and (url := place.address_below(frame.root))
        ):
            links[slug] = {"url": url, "title": place.title}
    return links
