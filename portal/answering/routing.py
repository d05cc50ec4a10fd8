"""From an address to a page in two queries.

Wagtail walks the tree, with two queries for each part of an address. Every page keeps its whole
path, so all pages on the way are found at once, with little more than their places; then the deepest alone is
loaded. To ask for its type's own fields at once would join the tables of all types.
"""

from functools import cache
from itertools import accumulate, takewhile

from django.db.models import Q
from django.http import Http404
from django.views.decorators.csrf import csrf_exempt
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.views import serve as wagtail_serve

from ..site.memory import state_now
from .again import given_again, remember
from .frame import STEP, frame_and, site_root_path
from .places import Place

_DEEPEST = Page._meta.get_field("path").max_length // STEP
_MAX_SLUG_LENGTH = Page._meta.get_field("slug").max_length


@cache
def _texts_of_others(model) -> list[str]:
    """Return the long texts of what is loaded along with a page of the type: it shows none of them."""
    found = []
    for path in model.load_with:
        other = model
        for name in path.split("__"):
            other = other._meta.get_field(name).related_model
        texts = (
            field for field in other._meta.get_fields() if isinstance(field, (RichTextField, StreamField))
        )
        found += [f"{path}__{field.name}" for field in texts]
    return found


def _addresses_on_the_way(root: str, parts: list[str]) -> list[str]:
    """Return where a page can be on a path: no deeper than the tree can be, no part longer than a slug.

    A visitor's path can have thousands of parts.
    """
    possible = list(takewhile(lambda part: len(part) <= _MAX_SLUG_LENGTH, parts[:_DEEPEST]))
    return list(accumulate((f"{part}/" for part in possible), initial=root))


def _load(place: Place) -> Page | None:
    """Return the page with its own type's fields, and what its type says that it is loaded with."""
    model = place.model
    pages = model._default_manager.filter(pk=place.pk).order_by()
    if getattr(model, "load_with", ()):
        pages = pages.select_related(*model.load_with).defer(*_texts_of_others(model))
    return next(iter(pages), None)


def find_route(request, path: str):
    """Return Wagtail's route result for the path, or None where no page answers."""
    parts = [part for part in path.split("/") if part]
    prefixes = _addresses_on_the_way(site_root_path(request), parts)
    frame, found = frame_and(request, Q(url_path__in=prefixes))
    way = [place for place in found if place.url_path in prefixes]
    page = _load(way[-1]) if way else None
    if page is None:
        return None
    request.way = way
    page.known_public = not page.path.startswith(frame.restricted)
    try:
        return page.route(request, parts[page.url_path.count("/") - frame.root.count("/") :])
    except Http404:
        return None


@csrf_exempt  # pages answer only GET and HEAD, so a forged POST gets 405 like any other
def serve(request, path: str = ""):
    """Serve a page. Wagtail's own view does it, told which page the address means."""
    if answer := given_again(request, path):
        return answer
    state = state_now()
    route = request._wagtail_route_for_request = find_route(request, path)
    response = wagtail_serve(request, path)
    if route is not None:
        remember(request, path, route.page, response, state)
    return response
