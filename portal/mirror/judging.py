"""What of the site's answers goes into a mirror: what says of itself that everybody gets the same."""

from enum import Enum
from urllib.parse import urlsplit

from django.urls import reverse

from ..safety.answer import Answer

REDIRECTS = {301, 302, 303, 307, 308}


class Kind(Enum):
    """What becomes of an answer in a mirror."""

    FILE = "file"
    REDIRECT = "redirect"
    # It needs the program, such as a search: a page says so in its place.
    ASKS = "asks"
    NOTHING = "nothing"


def is_for_staff(path: str) -> bool:
    """Whether the path is below the admin, or the way to its door."""
    return path.startswith((reverse("wagtailadmin_home"), reverse("wagtailcore_login")))


def _is_public(answer: Answer) -> bool:
    said = answer.headers.get("cdn-cache-control") or answer.headers.get("cache-control", "")
    directives = {part.strip().lower() for part in said.split(",")}
    return "public" in directives and not directives & {"private", "no-store"}


def kind_of(answer: Answer) -> Kind:
    """Return what becomes of the answer. What sets a cookie, or is not said to be public, never stays."""
    if answer.cookies or "cookie" in answer.headers.get("vary", "").lower():
        return Kind.NOTHING
    if answer.status in REDIRECTS:
        leads_to = urlsplit(answer.headers.get("location", "")).path
        return Kind.NOTHING if is_for_staff(leads_to) else Kind.REDIRECT
    if answer.status != 200 or answer.headers.get("content-encoding"):
        return Kind.NOTHING
    if _is_public(answer):
        return Kind.FILE
    return Kind.ASKS if answer.is_html else Kind.NOTHING
