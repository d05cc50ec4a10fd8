"""What is said of one column: enough to make JSON, CSV, their schemas and a table for readers of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.apps import apps

# By the column's datatype, the words for readers.
DATATYPES = {
    "string": "text",
    "number": "number",
    "integer": "whole number",
    "anyURI": "web address",
    "dateTime": "date and time",
}
NUMBERS = ("number", "integer")


@dataclass(frozen=True)
class Column:
    """One column of the figures. ``records`` gives each figure its ``newest`` beforehand.

    ``datatype`` is a key of DATATYPES, in the words of XML Schema. ``value`` returns it for a figure and
    the tree paths of private pages, and is None or "" where there is none, which needs ``nullable``.
    ``from_choices`` takes the allowed values from the model's field of the same name. ``joins`` are
    the foreign keys that ``value`` follows, fetched together with the figures.
    """

    name: str
    description: str
    value: Callable[[Any, tuple[str, ...]], Any]
    datatype: str = "string"
    nullable: bool = False
    from_choices: bool = False
    unit: str = ""
    joins: tuple[str, ...] = ()

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
        if not self.from_choices:
            return {}
        figure = apps.get_model("statistics.StatisticPage")
        return {str(key): str(words) for key, words in figure._meta.get_field(self.name).flatchoices}
