"""A figure as a record: the same fields, by the same names, in JSON and CSV."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import QuerySet

from portal.visibility import public_now, restricted_paths

from .columns import COLUMNS

CHUNK = 500
JOINS = tuple(dict.fromkeys(join for column in COLUMNS for join in column.joins))


def public_figures() -> QuerySet:
    """Return the figures that anyone may read now, in the order of the tree."""
    figures = apps.get_model("statistics.StatisticPage").objects.all()
    return public_now(figures).order_by("path")


def record(figure, restricted: tuple[str, ...]) -> dict:
    """Return one figure as a flat record with the names of the columns, naming no page that is hidden."""
    return {column.name: column.value(figure, restricted) for column in COLUMNS}


def _in_chunks(figures: QuerySet) -> Iterator:
    """Yield the figures, few at a time, by a query for each few.

    A cursor of the database would stay open for as long as a slow client reads, and its transaction with it.
    """
    if figures.query.is_sliced:
        yield from figures
        return
    last = ""
    while chunk := list(figures.filter(path__gt=last)[:CHUNK]):
        yield from chunk
        last = chunk[-1].path
        if len(chunk) < CHUNK:
            return


def records(figures: QuerySet) -> Iterator[dict]:
    """Yield the record of each figure; however many there are, few are in memory at once."""
    restricted = restricted_paths()
    bodies = ("body", *(f"{join}__body" for join in JOINS))
    for figure in _in_chunks(figures.select_related(*JOINS).defer(*bodies)):
        yield record(figure, restricted)
