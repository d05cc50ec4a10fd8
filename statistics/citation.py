"""How a figure is cited: words to copy, and an address that keeps saying what was cited."""

from django.conf import settings
from django.utils import timezone

# How many earlier versions are linked; older ones keep their addresses.
EARLIER = 10


def citation(figure, version, canonical_url: str) -> dict:
    """Return ``text`` to copy, the address of this version, its number and day, and earlier numbers."""
    day = timezone.localtime(version.published_at)
    as_at = f"{day.day} {day:%B %Y}"
    below = f"version/{version.number}/"
    said = f"{figure.statement()} ({figure.area}, {figure.period}; {figure.state_label.lower()})"
    return {
        "text": f"“{figure.title}”: {said}. {settings.WAGTAIL_SITE_NAME}, version {version.number}, "
        f"as at {as_at}. {canonical_url}{below} Source given there: {figure.source_text}.",
        "permanent_path": f"{figure.get_url() or ''}{below}",
        "number": version.number,
        "as_at": as_at,
        "state_since": version.state_since,
        "earlier": range(max(version.number - EARLIER, 1), version.number),
    }
