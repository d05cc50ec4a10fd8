"""What describes one column of open data: for the table, for programs and for readers."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Model

# By the column's datatype, the words for readers.
DATATYPES = {
    "string": "text",
    "number": "number",
    "integer": "whole number",
    "anyURI": "web address",
    "date": "date",
    "dateTime": "date and time",
}
NUMBERS = ("number", "integer")


@dataclass(frozen=True)
class Column:
    """One column of a table of open data.

    ``datatype`` is a key of DATATYPES, in the words of XML Schema. ``value`` returns it for a record's
    subject, and whatever else those who make the records hand in; it is None or "" where there is none, which
    needs ``nullable``. ``choices_of`` is the model whose field of the same name has the only allowed values.
    """

    name: str
    description: str
    value: Callable[..., Any]
    datatype: str = "string"
    nullable: bool = False
    choices_of: type[Model] | None = None
    unit: str = ""

    @property
    def missing(self):
        """What stands in JSON where there is no value: null for numbers, the empty text for others."""
        return None if self.datatype in NUMBERS else ""

    @property
    def datatype_in_words(self) -> str:
        """The datatype as readers call it."""
        return DATATYPES[self.datatype]

    @cached_property
    def allowed(self) -> tuple[str, ...]:
        """The only values there are, or nothing where any value may stand."""
        return tuple(self.meanings)

    @cached_property
    def meanings(self) -> dict[str, str]:
        """What each of the allowed values means, in words."""
        if self.choices_of is None:
            return {}
        choices = self.choices_of._meta.get_field(self.name).flatchoices
        return {str(key): str(words) for key, words in choices}
