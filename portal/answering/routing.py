"""From an address to a page in one query.

Wagtail walks the tree, with two queries for each part of an address. Every page keeps its whole
path, so the deepest page on the way is found at once, together with its type's own fields.
"""

from functools import cache
from itertools import accumulate, takewhile

from django.http import Http404
from django.views.decorators.csrf import csrf_exempt
from wagtail.models import Page, get_page_models
from wagtail.views import serve as wagtail_serve

from ..visibility import is_restricted
from .context import STEP, site_root_path

_DEEPEST = Page._meta.get_field("path").max_length // STEP
_MAX_SLUG_LENGTH = Page._meta.get_field("slug").max_length


@cache
def _page_types() -> tuple[dict[type, str], list[str]]:
    """Return how a page reaches its own type's row, and what to fetch along with it."""
    accessors, related = {}, []
    for model in get_page_models():
        if model._meta.abstract or not model._meta.parents or not hasattr(model, "load_with"):
            continue
        accessor = model.page_ptr.field.remote_field.get_accessor_name()
        accessors[model] = accessor
        related += [accessor, *(f"{accessor}__{name}" for name in model.load_with)]
    return accessors, related


def _addresses_on_the_way(root: str, parts: list[str]) -> list[str]:
    """Return where a page can be on a path: no deeper than the tree can be, no part longer than a slug.

    A visitor's path can have thousands of parts.
    """
    possible = list(takewhile(lambda part: len(part) <= _MAX_SLUG_LENGTH, parts[:_DEEPEST]))
    return list(accumulate((f"{part}/" for part in possible), initial=root))


def find_route(request, path: str):
    """Return Wagtail's route result for the path, or None where no page answers."""
    root = site_root_path(request)
    parts = [part for part in path.split("/") if part]
    prefixes = _addresses_on_the_way(root, parts)
    accessors, related = _page_types()
    page = (
        Page.objects.filter(url_path__in=prefixes)
        .select_related("content_type", *related)
        .annotate(restricted=is_restricted())
        .order_by("-depth")
        .first()
    )
    if page is None:
        return None
    accessor = accessors.get(page.content_type.model_class())
    specific = getattr(page, accessor) if accessor else page.specific
    specific.known_public = not page.restricted
    try:
        return specific.route(request, parts[page.url_path.count("/") - root.count("/") :])
    except Http404:
        return None


@csrf_exempt  # pages answer only GET and HEAD, so a forged POST gets 405 like any other
def serve(request, path: str = ""):
    """Serve a page. Wagtail's own view does it, told which page the address means."""
    request._wagtail_route_for_request = find_route(request, path)
    return wagtail_serve(request, path)
