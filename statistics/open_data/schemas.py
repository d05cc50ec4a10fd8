"""What the answers about figures hold, for their description."""

from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from portal.open_data.schemas import Address, record_schema

from .columns import COLUMNS, VERSION
from .parameters import MAX_PAGE, MAX_PER_PAGE

_Version = Annotated[Literal[VERSION], Field(description="The version of the names of the fields.")]

Figure = record_schema(
    "Figure",
    "One figure. Where there is no value, numbers are null and texts are empty.",
    COLUMNS,
)


class Figures(Schema):
    """One page of the list of figures."""

    version: _Version
    count: int = Field(ge=0, description="How many figures match, on all pages.")
    page: int = Field(ge=1, le=MAX_PAGE)
    page_size: int = Field(ge=1, le=MAX_PER_PAGE)
    next: Address | None = Field(description="The address of the next page, or null on the last.")
    previous: Address | None = Field(description="The address of the page before, or null on the first.")
    figures: list[Figure] = Field(max_length=MAX_PER_PAGE)


class OneFigure(Schema):
    """One figure."""

    version: _Version
    figure: Figure
