"""What took a figure's place: the newest figure of its line that anyone may read."""

from collections.abc import Iterator

from portal.visibility import is_public

from .indirect_relations import REPLACED


def _line(first: int | None, after: dict[int, int | None]) -> Iterator[int]:
    """Yield one figure's successors in their order, each once."""
    seen = set()
    while first is not None and first not in seen:
        seen.add(first)
        yield first
        first = after.get(first)


def _public(figures) -> dict:
    """Return those of the figures that anyone may read, by id."""
    return {figure.pk: figure for figure in figures if is_public(figure, ()) and not figure.is_private}


def find_newest(figures, rows=None, lines: list | None = None) -> None:
    """Give each figure ``newest``: the last of what took its place that anyone may read, or None.

    What is hidden is passed over. The figures themselves are public. It asks once, and only if one of them
    was replaced; with the ``rows`` of ``relation_rows``, only if its successors are not among them;
    with ``lines``, which ``in_lines`` fetched, not at all.
    """
    replaced = [figure.pk for figure in figures if figure.superseded_by_id]
    after = {figure.pk: figure.superseded_by_id for figure in figures}
    public = {figure.pk: figure for figure in figures}
    if replaced and rows is None:
        later = lines
        if lines is None:
            later = type(figures[0]).objects.later_than(replaced).with_privacy()
        after |= {figure.pk: figure.superseded_by_id for figure in later}
        public |= _public(later)
    elif replaced:
        after |= {figure: newer for figure, newer, kind in rows if kind == REPLACED}
        missing = {pk for one in replaced for pk in _line(after[one], after)} - public.keys()
        if missing:
            public |= _public(type(figures[0]).objects.filter(pk__in=missing).with_privacy())
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
    return chosen == figure.pk or type(figure).objects.later_than([chosen]).filter(pk=figure.pk).exists()


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
