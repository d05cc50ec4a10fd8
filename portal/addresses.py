"""Whole addresses of this site, made in one place from its settings: never from a request's Host header."""

from django.conf import settings


def address_at(path: str) -> str:
    """Return the whole address of a path that begins with "/"."""
    return f"{settings.BASE_URL}{path}"


def path_of(page) -> str:
    """Return the path of a page within the site, or nothing where no address leads to it.

    ``get_url`` of Wagtail gives a whole address instead as soon as there is a second Site.
    """
    parts = page.get_url_parts() if page is not None else None
    return (parts[2] or "") if parts else ""


def address_of(page) -> str:
    """Return the whole address of a page."""
    return address_at(path_of(page))
