"""Which figures were asked for: of one category, one state, one year."""

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from django.apps import apps
from django.db.models import QuerySet
from django.http import QueryDict
from wagtail.models import Page

from portal.visibility import public_now

from ..choices import State
from .parameters import one_of, whole_number


class Category(NamedTuple):
    """A category that figures can be chosen by."""

    pk: int
    slug: str
    title: str


@dataclass(frozen=True)
class Filters:
    """What is asked for; what is empty or None is not filtered by."""

    category: Category | None = None
    state: str = ""
    year: int | None = None

    def apply(self, figures: QuerySet) -> QuerySet:
        """Return those of the figures that match."""
        if self.category:
            figures = figures.filter(category=self.category.pk)
        if self.state:
            figures = figures.filter(state=self.state)
        return figures if self.year is None else figures.filter(year=self.year)

    @property
    def query(self) -> str:
        """The filters as they stand in an address, without "?"; nothing where nothing is filtered."""
        values = {
            "category": self.category.slug if self.category else "",
            "state": self.state,
            "year": self.year,
        }
        return urlencode({name: value for name, value in values.items() if value})


def categories_of_figures() -> list[Category]:
    """Return the categories that visitors may see and that figures belong to, from one query."""
    figures = apps.get_model("statistics.StatisticPage").objects.exclude(category=None)
    pages = public_now(Page.objects.filter(pk__in=figures.values("category"))).order_by("path")
    return [Category(*row) for row in pages.values_list("pk", "slug", "title")]


def read_category(query: QueryDict, categories: list[Category]) -> Category | None:
    """Return the category asked for.

    Raises:
        BadParameterError: if there is none of this name.
    """
    by_slug = {category.slug: category for category in categories}
    return by_slug.get(one_of("category", query, list(by_slug)))


def read_filters(query: QueryDict) -> Filters:
    """Return the filters in the address of the data.

    Raises:
        BadParameterError: if one of them cannot be.
    """
    categories = categories_of_figures() if "category" in query else []
    return Filters(
        category=read_category(query, categories),
        state=one_of("state", query, State.values),
        year=whole_number("year", query),
    )
