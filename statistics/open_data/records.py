"""A figure as a record: the same fields, by the same names, in JSON and CSV."""

from collections.abc import Iterator

from django.db.models import QuerySet

from portal.visibility import public_now, restricted_paths

from ..models import StatisticPage
from ..models.succession import find_newest
from .columns import COLUMNS
from .rows import FigureRow, Rows

CHUNK = 1_000


def public_figures() -> QuerySet:
    """Return the figures that anyone may read now, in the order of the tree."""
    return public_now(StatisticPage.objects.all()).order_by("path")


def _record(figure, restricted: tuple[str, ...]) -> dict:
    """Return one figure as a flat record with the names of the columns, naming no page that is hidden."""
    return {column.name: column.value(figure, restricted) for column in COLUMNS}


def record_of(figure) -> dict:
    """Return the record of a figure that is at hand."""
    find_newest([figure])
    return _record(figure, restricted_paths())


def _in_chunks(figures: QuerySet) -> Iterator[list[FigureRow]]:
    """Yield the figures in lists of a few, by a query for each.

    A cursor of the database would stay open for as long as a slow client reads, and its transaction with it.
    """
    rows, last = Rows(), ""
    while chunk := rows.of(figures.filter(path__gt=last)[:CHUNK]):
        yield chunk
        last = chunk[-1].path
        if len(chunk) < CHUNK:
            return


def _all_in_chunks(figures: QuerySet) -> Iterator[FigureRow]:
    lines = StatisticPage.objects.in_lines()
    for chunk in _in_chunks(figures):
        find_newest(chunk, lines=lines)
        yield from chunk


def _some(figures: QuerySet) -> list[FigureRow]:
    """Return the figures of a page of a list, looking only at what took their places, not at all that did."""
    rows = Rows().of(figures)
    find_newest(rows)
    return rows


def records(figures: QuerySet) -> Iterator[dict]:
    """Yield the record of each figure; however many there are, few are in memory at once."""
    restricted = restricted_paths()
    rows = _some(figures) if figures.query.is_sliced else _all_in_chunks(figures)
    yield from (_record(figure, restricted) for figure in rows)
