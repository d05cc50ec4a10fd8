"""The columns of the figures, version 1. Names are stable: a column may be added, none renamed or removed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Any

from wagtail.rich_text import get_text_for_indexing

from portal.addresses import address_of
from portal.visibility import is_public

from ..models import StatisticPage
from ..numbers.wording import plain_number

VERSION = 1
# By the column's datatype, the words for readers.
DATATYPES = {
    "string": "text",
    "number": "number",
    "integer": "whole number",
    "anyURI": "web address",
    "dateTime": "date and time",
}
NUMBERS = ("number", "integer")
_END_OF_BLOCK = re.compile(r"</(?:p|h\d|li|blockquote)>|<(?:br|hr)\s?/>")
_TAG = re.compile(r'</?(?:p|h\d|li|ul|ol|b|i|em|strong)(?: data-block-key="[a-z0-9]{1,10}")?>')


@dataclass(frozen=True)
class Column:
    """One column of the figures. ``records`` gives each figure its ``newest`` beforehand.

    ``datatype`` is a key of DATATYPES, in the words of XML Schema. ``value`` returns it for a figure and
    the tree paths of private pages, and is None or "" where there is none, which needs ``nullable``.
    ``from_choices`` takes the allowed values from the model's field of the same name. What ``value`` reads
    of a figure must be there in ``rows`` too.
    """

    name: str
    description: str
    value: Callable[[Any, tuple[str, ...]], Any]
    datatype: str = "string"
    nullable: bool = False
    from_choices: bool = False
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
        if not self.from_choices:
            return {}
        choices = StatisticPage._meta.get_field(self.name).flatchoices
        return {str(key): str(words) for key, words in choices}


def plain_words(rich_text: str) -> str:
    """Return what rich text says, with a space between its paragraphs and with letters for entities.

    What editors usually write is read by two patterns, five times as quickly as by a parser of HTML.
    """
    text = _TAG.sub("", _END_OF_BLOCK.sub(" ", rich_text))
    text = get_text_for_indexing(rich_text) if "<" in text else unescape(text)
    return " ".join(text.split())


def _category(figure, restricted) -> str:
    return figure.category.title if is_public(figure.category, restricted) else ""


def _newest(figure, restricted) -> str:
    return address_of(figure.newest) if figure.newest else ""


def _updated(figure, restricted) -> str:
    return figure.last_published_at.isoformat() if figure.last_published_at else ""


def _own(name: str):
    """Return a function that takes the value of the figure's field."""
    return lambda figure, restricted: getattr(figure, name)


SAME_UNIT = "as the column “unit” says"

COLUMNS = (
    Column(
        "url",
        "The permanent address of the figure. It names the figure for good.",
        lambda figure, restricted: address_of(figure),
        "anyURI",
    ),
    Column("title", "The title of the figure's page.", _own("title")),
    Column("value", "The value in words, as it should be quoted: “at least 300,000”.", _own("value_text")),
    Column(
        "lower_value",
        "The value as a number. For a range, its lower end.",
        lambda figure, restricted: plain_number(figure.lower_value),
        "number",
        nullable=True,
        unit=SAME_UNIT,
    ),
    Column(
        "upper_value",
        "The upper end of a range. Empty for every other figure.",
        lambda figure, restricted: plain_number(figure.upper_value),
        "number",
        nullable=True,
        unit=SAME_UNIT,
    ),
    Column("bound", "How exact the value is, as the source words it.", _own("bound"), from_choices=True),
    Column("unit", "Whether the value is a number or a share.", _own("unit"), from_choices=True),
    Column(
        "counted",
        "What was counted. It follows the value in a sentence. With a share, it is what the share is of.",
        _own("counted"),
    ),
    Column("kind", "How the value came about.", _own("kind"), from_choices=True),
    Column("period", "The time that the figure covers, in words.", _own("period")),
    Column(
        "year",
        "The last year of the period, for sorting.",
        _own("year"),
        "integer",
        nullable=True,
        unit="year",
    ),
    Column("area", "The place that the figure covers, in words.", _own("area")),
    Column(
        "category",
        "The category of crime. Empty if the figure is about all serious and organised crime.",
        _category,
        nullable=True,
    ),
    Column("source_name", "The source, as it is cited.", _own("source_name")),
    Column(
        "source_url",
        "Where the source can be read on its publisher's site.",
        _own("source_url"),
        "anyURI",
        nullable=True,
    ),
    Column(
        "source_page",
        "The page of the source that holds the figure.",
        _own("source_page"),
        "integer",
        nullable=True,
        unit="page",
    ),
    Column(
        "state",
        "How sure the figure is. Show it wherever you show the figure.",
        _own("state"),
        from_choices=True,
    ),
    Column("state_note", "Why the figure has this state.", _own("state_note"), nullable=True),
    Column(
        "superseded_by",
        "The address of the newest figure that took its place. Use that one.",
        _newest,
        "anyURI",
        nullable=True,
    ),
    Column(
        "does_not_mean",
        "The mistake that readers make most. Show it wherever you show the figure.",
        lambda figure, restricted: plain_words(figure.does_not_mean),
        nullable=True,
    ),
    Column("updated", "When this figure was last published here.", _updated, "dateTime", nullable=True),
    Column(
        "thing", "What was counted, roughly. Never add different things.", _own("thing"), from_choices=True
    ),
    Column(
        "likelihood",
        "How likely the source says that it is. Only for an intelligence assessment.",
        _own("likelihood"),
        nullable=True,
        from_choices=True,
    ),
    Column("source_edition", "The edition of the source.", _own("source_edition"), nullable=True),
)
NAMES = tuple(column.name for column in COLUMNS)
