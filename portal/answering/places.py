"""Where pages stand: the little of them that finding a page, and linking it, needs to know."""

from datetime import datetime
from typing import NamedTuple

from django.apps import apps
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, PageViewRestriction

_COLUMNS = (
    "pk",
    "path",
    "depth",
    "url_path",
    "title",
    "live",
    "expire_at",
    "show_in_menus",
    "content_type__app_label",
    "content_type__model",
)


class Place(NamedTuple):
    """One page, without its own words. ``is_private`` is said of it alone, not of what stands above it."""

    pk: int
    path: str
    depth: int
    url_path: str
    title: str
    live: bool
    expire_at: datetime | None
    show_in_menus: bool
    app: str
    type_name: str
    is_private: bool

    @property
    def model(self) -> type[Page]:
        """The page's own type; a page of a type that is gone is a plain page."""
        try:
            return apps.get_model(self.app, self.type_name)
        except LookupError:
            return Page

    def address_below(self, root: str) -> str:
        """Return the path that visitors use, or nothing where no address leads to the page."""
        return f"/{self.url_path.removeprefix(root)}" if self.url_path.startswith(root) else ""


def private() -> Q:
    """Return a condition: do only some read the page, for its own sake?"""
    return Q(pk__in=PageViewRestriction.objects.values("page"))


def places(wanted: Q) -> list[Place]:
    """Return those of the pages that stand in the tree, from the top down."""
    is_private = Exists(PageViewRestriction.objects.filter(page=OuterRef("pk")))
    rows = Page.objects.filter(wanted).order_by("path").values_list(*_COLUMNS, is_private)
    return [Place(*row) for row in rows]
