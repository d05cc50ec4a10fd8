"""The two tables for people: a line for each route, and a line for each source of an answer.

Names are stable: a column may be added, none renamed or removed. A column of routes is handed what is told of
one, a column of sources that and the source.
"""

from collections.abc import Iterable, Iterator

from portal.open_data.columns import Column

from ..models.route_evidence import Cell, RouteEvidence
from .telling import ANSWERS, Telling

VERSION = 1
_SEVERAL = "; "


def _contact(name: str):
    return lambda told: told.contacts.get(name, "")


def _shown(name: str, shown: str):
    """Return the number as it is read and remembered, where it is told."""
    return lambda told: getattr(told.route, shown) if name in told.contacts else ""


def _answer(cell: Cell) -> Column:
    return Column(
        cell.value,
        f"{cell.label.rstrip('?')}? Empty where nobody has checked.",
        lambda told: told.words(cell).replace("\n\n", " "),
        nullable=True,
    )


def _updated(told: Telling) -> str:
    published = told.route.last_published_at
    return published.isoformat() if published else ""


def _text(name: str, description: str, value) -> Column:
    return Column(name, description, value, nullable=True)


def _address(name: str, description: str, field: str) -> Column:
    return Column(name, description, _contact(field), "anyURI", nullable=True)


ROUTES = (
    Column("route", "A short name of the route, which stays the same.", lambda told: told.route.slug),
    Column("name", "The service's own name.", lambda told: told.route.name),
    _text("who_for", "Who it is for, in one sentence.", lambda told: told.who_for),
    _text("phone", "The number to call.", _shown("phone", "phone_shown")),
    _text("text_number", "The number to text.", _shown("text_number", "text_shown")),
    _text("email", "The address to write to.", _contact("email")),
    _address("website", "The official site. It stays when a check is overdue.", "website_url"),
    _address("online_form", "Their form, if it is not on that site.", "form_url"),
    _address("online_chat", "Their chat, if it is not on that site.", "chat_url"),
    _text("caution", "Show it wherever you show the route: how sure it is.", lambda told: told.caution),
    _text("what_to_know", "What to know before.", lambda told: " ".join(told.advice)),
    _text(
        "hours", "When it answers. Empty where nobody has checked.", lambda told: _SEVERAL.join(told.hours)
    ),
    _answer(Cell.COST),
    _answer(Cell.LANGUAGES),
    *map(_answer, ANSWERS),
    _text("nations", "Where it answers.", lambda told: _SEVERAL.join(one.label for one in told.nations)),
    _text("audiences", "Who may use it.", lambda told: _SEVERAL.join(one.label for one in told.audiences)),
    Column("minimum_age", "The lowest age.", lambda told: told.minimum_age, "integer", True, unit="years"),
    Column("maximum_age", "The highest age.", lambda told: told.maximum_age, "integer", True, unit="years"),
    _text(
        "categories",
        "The categories of crime that name it.",
        lambda told: _SEVERAL.join(page.title for page in told.categories),
    ),
    Column("check", "When it was looked up or checked, in words.", lambda told: told.check),
    Column("updated", "When it was last published here.", _updated, "dateTime", nullable=True),
)
ROUTE_NAMES = tuple(column.name for column in ROUTES)


def _of_source(name: str):
    return lambda told, row: getattr(row, name)


def _day(name: str):
    return lambda told, row: getattr(row, name).isoformat() if getattr(row, name) else ""


SOURCES = (
    Column("route", "The short name of the route.", lambda told, row: told.route.slug),
    Column("name", "The service's own name.", lambda told, row: told.route.name),
    Column("cell", "Which answer was read there.", _of_source("cell"), choices_of=RouteEvidence),
    Column("found", "What the source says, in our words.", _of_source("found")),
    Column("source_url", "The page that says so.", _of_source("source_url"), "anyURI", nullable=True),
    _text("quoted_words", "The source's own words.", _of_source("quoted_words")),
    _text("read_in", "Which copy was read, if it was not read live.", _of_source("read_in")),
    Column("read_on", "The day on which it was read.", _day("read_on"), "date", nullable=True),
    Column(
        "confidence",
        "How good the source is. What rests on conflicting sources is left out.",
        _of_source("confidence"),
        choices_of=RouteEvidence,
    ),
    Column("use_by", "The last day on which it may be relied on.", _day("use_by"), "date", nullable=True),
)
SOURCE_NAMES = tuple(column.name for column in SOURCES)


def route_rows(told: Iterable[Telling]) -> Iterator[dict]:
    """Yield a row for each route."""
    for one in told:
        yield {column.name: column.value(one) for column in ROUTES}


def source_rows(told: Iterable[Telling]) -> Iterator[dict]:
    """Yield a row for each source of an answer, in the order of the routes."""
    for one in told:
        for row in one.sources:
            yield {column.name: column.value(one, row) for column in SOURCES}
