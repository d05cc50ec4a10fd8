"""What took a figure's place: the newest figure of its line that anyone may read."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from portal.visibility import is_public, is_restricted

from .closure import REPLACED

# All that came after the figures, however long the line is; a ring, which forms refuse, ends by itself.
_LATER = """
WITH RECURSIVE later (pk) AS (
    SELECT superseded_by_id FROM statistics_statisticpage WHERE page_ptr_id IN ({marks})
    UNION
    SELECT figure.superseded_by_id FROM statistics_statisticpage figure
    JOIN later ON figure.page_ptr_id = later.pk
)
SELECT pk FROM later WHERE pk IS NOT NULL
"""


def _later_than(ids: list[int]):
    """Return all figures that came after those with the ids, whether or not they are public."""
    later = RawSQL(_LATER.format(marks=", ".join(["%s"] * len(ids))), ids)  # noqa: S611  (ids are parameters)
    return apps.get_model("statistics.StatisticPage").objects.filter(pk__in=later)


def _line(first: int | None, after: dict[int, int | None]) -> Iterator[int]:
    """Yield one figure's successors in their order, each once."""
    seen = set()
    while first is not None and first not in seen:
        seen.add(first)
        yield first
        first = after.get(first)


def _with_privacy(figures: QuerySet) -> list:
    """Fetch the figures, each with whether only some may read it."""
    return list(figures.annotate(is_private=is_restricted()).defer("body"))


def _public(figures: list) -> dict:
    """Return those of the figures that anyone may read, by id."""
    return {figure.pk: figure for figure in figures if is_public(figure, ()) and not figure.is_private}


def all_lines() -> list:
    """Fetch every figure that was replaced or took another's place, for ``find_newest`` of very many."""
    figures = apps.get_model("statistics.StatisticPage").objects
    found = Q(superseded_by__isnull=False) | Q(supersedes__isnull=False)
    return _with_privacy(figures.filter(pk__in=figures.filter(found).order_by().values("pk")))


def find_newest(figures, rows=None, lines: list | None = None) -> None:
    """Give each figure ``newest``: the last of what took its place that anyone may read, or None.

    What is hidden is passed over. The figures themselves are public. It asks once, and only if one of them
    was replaced; with the ``rows`` of ``closure.relation_rows``, only if its successors are not among them;
    with ``lines``, which ``all_lines`` fetched, not at all.
    """
    replaced = [figure.pk for figure in figures if figure.superseded_by_id]
    after = {figure.pk: figure.superseded_by_id for figure in figures}
    public = {figure.pk: figure for figure in figures}
    if replaced and rows is None:
        later = _with_privacy(_later_than(replaced)) if lines is None else lines
        after |= {figure.pk: figure.superseded_by_id for figure in later}
        public |= _public(later)
    elif replaced:
        after |= {figure: newer for figure, newer, kind in rows if kind == REPLACED}
        missing = {pk for one in replaced for pk in _line(after[one], after)} - public.keys()
        if missing:
            found = apps.get_model("statistics.StatisticPage").objects.filter(pk__in=missing)
            public |= _public(_with_privacy(found))
    for figure in figures:
        line = [
            public[pk] for pk in _line(figure.superseded_by_id, after) if pk in public and pk != figure.pk
        ]
        figure.newest = line[-1] if line else None


def comes_back_to(figure) -> bool:
    """Whether the line of what took the figure's place leads back to the figure itself."""
    if not figure.pk or not figure.superseded_by_id:
        return False
    chosen = figure.superseded_by_id
    return chosen == figure.pk or _later_than([chosen]).filter(pk=figure.pk).exists()


def newest_first(figures) -> list:
    """Return the figures in their order, but those of one series, at the places they hold, newest first."""
    places: dict[int, list[int]] = {}
    for place, figure in enumerate(figures):
        if figure.series_id:
            places.setdefault(figure.series_id, []).append(place)
    ordered = list(figures)
    for held in places.values():
        members = sorted((figures[place] for place in held), key=lambda one: -(one.year or 0))
        for place, figure in zip(held, members, strict=True):
            ordered[place] = figure
    return ordered
