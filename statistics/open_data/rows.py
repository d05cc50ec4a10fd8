"""Figures as rows of their table: what records read of a page, without the page, which takes far longer."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet
from wagtail.models import Page

from portal.addresses import path_by_url_path

from ..models import StatisticPage
from ..models.value import FigureValue

_OF_PAGE = ("pk", "path", "url_path", "title", "live", "expire_at", "last_published_at")
_OWN = tuple(
    field.attname
    for field in StatisticPage._meta.local_concrete_fields
    if field.attname not in ("page_ptr_id", "body")
)
_NAMES = _OF_PAGE + _OWN


class CategoryRow(NamedTuple):
    """What a record says of a figure's category, and what decides whether it may."""

    title: str
    path: str
    live: bool
    expire_at: datetime | None


class FigureRow:
    """A figure's own values under the names that ``StatisticPage`` has for them, and its category."""

    value_text = FigureValue.value_text
    objects = StatisticPage.objects  # of which ``find_newest`` asks for what took its place

    def __init__(self, values: tuple, categories: dict[int, CategoryRow], paths: Callable[[str], str]):
        self.__dict__.update(zip(_NAMES, values, strict=True))
        self.category = categories.get(self.category_id)
        self._paths = paths

    def get_url_parts(self) -> tuple[None, None, str]:
        """Return the path within the site where a page has it, for ``portal.addresses``."""
        return None, None, self._paths(self.url_path)


class Rows:
    """Makes rows of figures, looking up each category and the site's root once."""

    def __init__(self):
        self._paths = path_by_url_path()
        self._categories: dict[int, CategoryRow] = {}

    def _learn(self, ids: Iterable[int]) -> None:
        missing = set(ids) - self._categories.keys() - {None}
        if missing:
            pages = Page.objects.filter(pk__in=missing).order_by()
            found = pages.values_list("pk", *CategoryRow._fields)
            self._categories.update((pk, CategoryRow(*values)) for pk, *values in found)

    def of(self, figures: QuerySet) -> list[FigureRow]:
        """Return the figures of the query in its order, from one query, and one for new categories."""
        found = list(figures.values_list(*_NAMES))
        place = _NAMES.index("category_id")
        self._learn(values[place] for values in found)
        return [FigureRow(values, self._categories, self._paths) for values in found]
