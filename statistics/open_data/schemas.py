"""What the answers hold, for their description: a record's schema is made from its columns."""

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field, create_model

from .columns import COLUMNS, VERSION, Column
from .parameters import MAX_PAGE, MAX_PER_PAGE

Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]
# By the column's datatype. Every branch of a schema says its type: programs that write clients skip others.
_TYPES = {"string": str, "number": float, "integer": int, "anyURI": Address, "dateTime": datetime}
_Version = Annotated[Literal[VERSION], Field(description="The version of the names of the fields.")]


def _type(column: Column):
    if column.allowed:
        return Literal[*column.allowed, *([""] if column.nullable else [])]
    kind = _TYPES[column.datatype]
    if not column.nullable or kind is str:
        return kind
    return kind | None if column.missing is None else kind | Literal[""]


def _description(column: Column) -> str:
    meanings = "".join(f" “{value}”: {words}." for value, words in column.meanings.items())
    return column.description + meanings + (f" Unit: {column.unit}." if column.unit else "")


Figure = create_model(
    "Figure",
    __base__=Schema,
    __doc__="One figure. Where there is no value, numbers are null and texts are empty.",
    **{column.name: (_type(column), Field(description=_description(column))) for column in COLUMNS},
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


class Problem(Schema):
    """What is wrong with the request, as RFC 9457 says it."""

    title: str
    status: int = Field(ge=400, le=599)
    detail: str = Field(description="A sentence that says what to do.")
    parameter: str = Field(None, description="The parameter that is meant.")
    allowed: str | list[str] = Field(
        None, description="What may stand there: in words, or every value there is."
    )
