"""What blocks quote, so that each fact has one home: the page or snippet that owns it.

The floor does not import the apps above it: page types are named by strings, and templates call
only what those page types offer.
"""

from django.apps import apps
from wagtail.models import Page

from ..visibility import is_public, public_now, restricted_paths


def shown(pages, context: dict) -> list:
    """Return those of the chosen pages that visitors may read, in the order chosen.

    A page's context knows the private pages; a preview of a block has to ask.
    """
    restricted = restricted_in(context)
    return [page for page in pages if is_public(page, restricted)]


def restricted_in(context: dict) -> tuple[str, ...]:
    """Return the paths of the private pages: from the page's context, or asked for."""
    known = context.get("restricted_paths")
    return restricted_paths() if known is None else known


def first_of(name: str, count: int = 1) -> list:
    """Return pages of a type, or other objects, that visitors may see: for a preview in the block picker."""
    model = apps.get_model(name)
    shown_now = public_now(model.objects.all()) if issubclass(model, Page) else model.objects.shown()
    return list(shown_now[:count])
