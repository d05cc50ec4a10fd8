"""What may stand after the “?”: read by the data and by the list for visitors, told by OpenAPI."""

from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import urlencode

from django.db.models import Q
from ninja import FilterSchema, Schema
from pydantic import Field, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError
from wagtail.models import Page

from portal.open_data.parameters import whole_number
from portal.visibility import public_now

from ..choices import State
from ..models import StatisticPage

MAX_PER_PAGE = 500
MAX_PAGE = 1_000_000


@dataclass(frozen=True)
class Category:
    """A category that figures can be chosen by."""

    pk: int
    slug: str
    title: str


def categories_of_figures() -> list[Category]:
    """Return the categories that visitors may see and that figures belong to, from one query."""
    figures = StatisticPage.objects.exclude(category=None)
    pages = public_now(Page.objects.filter(pk__in=figures.values("category"))).order_by("path")
    return [Category(*row) for row in pages.values_list("pk", "slug", "title")]


def _category(slug: str, info: ValidationInfo) -> Category:
    """Return the category. Who has them all already hands them on as context."""
    known = (info.context or {}).get("categories")
    by_slug = {one.slug: one for one in (categories_of_figures() if known is None else known)}
    if slug not in by_slug:
        raise PydanticCustomError("category", "There is none.", {"allowed": list(by_slug)})
    return by_slug[slug]


class Filters(FilterSchema):
    """Which figures are asked for; what is left out is not filtered by."""

    category: Annotated[Category, PlainValidator(_category), WithJsonSchema({"type": "string"})] = Field(
        None,
        description="Only figures of this category: the last part of the address of the category's page.",
    )
    state: Literal[*State.values] = Field(
        None,
        description="Only figures that are as sure as this."
        + "".join(f" “{state}”: {state.explanation}" for state in State),
    )
    year: whole_number(1000, 9999) = Field(None, description="Only figures whose period ends in this year.")

    def filter_category(self, category: Category | None) -> Q:
        """Return what picks the figures of the category."""
        return Q(category=category.pk) if category else Q()

    @property
    def query(self) -> str:
        """The filters as they stand in an address, without "?"; nothing where nothing is filtered."""
        slug = self.category.slug if self.category else None
        values = {"category": slug, "state": self.state, "year": self.year}
        return urlencode({name: value for name, value in values.items() if value})


def schemas_now() -> dict:
    """Return the schemas of parameters whose values editors make. With none to choose from, none is right."""
    slugs = [category.slug for category in categories_of_figures()]
    return {"category": {"type": "string", "enum": slugs} if slugs else {"type": "string", "not": {}}}


class Paging(Schema):
    """Which page of the list."""

    page: whole_number(1, MAX_PAGE) = Field(
        1, description="Which page of the list, from 1. A page after the last is empty."
    )
    page_size: whole_number(1, MAX_PER_PAGE) = Field(100, description="How many figures on a page.")
