"""The list of figures as readers page through it and choose from it."""

from dataclasses import dataclass, field
from functools import cached_property

from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.db.models import Case, F, QuerySet, When
from django.http import QueryDict
from pydantic import ValidationError

from portal.open_data.problems import shortened

from .choices import State
from .models import StatisticPage
from .models.comparability import all_relations, relation_warnings
from .models.succession import find_newest
from .open_data.columns import COLUMNS
from .open_data.parameters import Category, Filters, categories_of_figures
from .open_data.records import public_figures

PER_PAGE = 30


@dataclass
class Choice:
    """What the reader chose, what there is to choose from, and what could not be used, in sentences."""

    filters: Filters
    categories: list[Category]
    unused: list[str] = field(default_factory=list)


def read_choice(query: QueryDict) -> Choice:
    """Return what the address asks for. What cannot be is left out, and said."""
    categories = categories_of_figures()
    # A form sends every field, also those where nothing was chosen.
    asked = {name: query[name] for name in Filters.model_fields if query.get(name)}
    wrong = []
    try:
        filters = Filters.model_validate(asked, context={"categories": categories})
    except ValidationError as error:
        wrong = [found["loc"][0] for found in error.errors()]
        used = {name: value for name, value in asked.items() if name not in wrong}
        filters = Filters.model_validate(used, context={"categories": categories})
    unused = [
        f"There is no {name} “{shortened(asked[name])}” to choose from, so it was not used." for name in wrong
    ]
    return Choice(filters, categories, unused)


class _NarrowPaginator(Paginator):
    """Puts only ids in order to find a page, however far back, and fetches whole rows for that page alone."""

    def _get_page(self, object_list, *args):
        return super()._get_page(self.object_list.filter(pk__in=object_list.values("pk")), *args)


@dataclass
class Listing:
    """One page of the figures that were chosen, in groups by category."""

    choice: Choice
    page_number: str = ""

    def _ordered(self) -> QuerySet:
        """Return the figures by category; those of all crime, or of a hidden category, come first."""
        shown = [category.pk for category in self.choice.categories]
        group = Case(When(category__in=shown, then=F("category__path")))
        figures = self.choice.filters.filter(public_figures()).annotate(group=group)
        return figures.defer("body").order_by(
            F("group").asc(nulls_first=True), F("year").desc(nulls_last=True), "path"
        )

    @cached_property
    def page(self) -> PageOfList:
        """The page asked for; the nearest one there is, if that is none."""
        return _NarrowPaginator(self._ordered(), PER_PAGE).get_page(self.page_number or 1)

    @property
    def kept(self) -> str:
        """What links to other pages of the list keep."""
        return self.choice.filters.query

    @property
    def query(self) -> str:
        """What tells this list from the whole one in an address; nothing on its first page."""
        number = f"page={self.page.number}" if self.page.number > 1 else ""
        return "&".join(part for part in (self.kept, number) if part)

    def groups(self) -> list[dict]:
        """Return ``{"category", "figures", "relations"}`` for each category on the page.

        ``relations`` are what must not be done with the figures; one query serves all groups, and one
        what took their places.
        """
        figures = list(self.page)
        rows = all_relations(StatisticPage)
        find_newest(figures, rows)
        known = {category.pk: category for category in self.choice.categories}
        groups = {}
        for figure in figures:
            groups.setdefault(known.get(figure.category_id), []).append(figure)
        return [
            {"category": category, "figures": members, "relations": relation_warnings(members, rows)}
            for category, members in groups.items()
        ]


def years_of_figures() -> list[int]:
    """Return the years that figures are from, the newest first."""
    years = public_figures().exclude(year=None).order_by("-year").values_list("year", flat=True)
    return list(years.distinct())


def list_context(request) -> dict:
    """Return what the template of the list shows: the figures asked for, and what there is to choose from."""
    listing = Listing(read_choice(request.GET), request.GET.get("page", ""))
    is_plain = listing.query == request.META.get("QUERY_STRING", "")
    return {
        "listing": listing,
        # A list is kept under its own address, and not under the many others that lead to it.
        "kept_queries": tuple(request.GET) if is_plain else (),
        "years": years_of_figures(),
        "states": State.choices,
        "columns": COLUMNS,
    }
