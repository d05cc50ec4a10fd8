"""What answers hold, for their description: a record's schema is made from its columns."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field, create_model

from .columns import Column

Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]
# By the column's datatype. Every branch of a schema says its type: programs that write clients skip others.
_TYPES = {
    "string": str,
    "number": float,
    "integer": int,
    "anyURI": Address,
    "date": date,
    "dateTime": datetime,
}


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


def record_schema(name: str, description: str, columns: Iterable[Column]) -> type[Schema]:
    """Return the schema of a flat record with these columns."""
    fields = {column.name: (_type(column), Field(description=_description(column))) for column in columns}
    return create_model(name, __base__=Schema, __doc__=description, **fields)


class Problem(Schema):
    """What is wrong with the request, as RFC 9457 says it."""

    title: str
    status: int = Field(ge=400, le=599)
    detail: str = Field(description="A sentence that says what to do.")
    parameter: str = Field(None, description="The parameter that is meant.")
    allowed: str | list[str] = Field(
        None, description="What may stand there: in words, or every value there is."
    )
