"""Whole addresses of this site, made in one place from its settings: never from a request's Host header."""

from collections.abc import Callable
from urllib.parse import quote

from django.conf import settings
from django.utils.http import RFC3986_SUBDELIMS
from wagtail.models import Site


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


def path_by_url_path() -> Callable[[str], str]:
    """Return a function from a page's ``url_path`` to its ``path_of``, for very many pages at once.

    It looks up once what Wagtail looks up for every page: where the site begins.
    """
    roots = [root.root_path for root in Site.get_site_root_paths()]

    def path(url_path: str) -> str:
        for root in roots:
            if url_path.startswith(root):
                return "/" + quote(url_path[len(root) :], safe=RFC3986_SUBDELIMS + "/~:@")
        return ""

    return path
