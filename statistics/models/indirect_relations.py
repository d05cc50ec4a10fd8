"""Which relations hold among figures, also through others that are not shown beside them.

Who is part of a part is part of the whole. Figures that answer one question, because somebody said so,
because they are of one series, or because one took the other's place, stand for each other.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from ..choices import RelationKind

# Kinds of row beside those that editors choose: the other is a series; the other took the figure's place.
OF_SERIES = "series"
REPLACED = "replaced"
Row = tuple[int, int, str]


class _Lines:
    """Figures that answer one question, as one: each figure has the same representative as its like."""

    def __init__(self):
        self._above: dict = {}

    def of(self, one):
        """Return the representative, and shorten the way to it."""
        path = []
        while one in self._above:
            path.append(one)
            one = self._above[one]
        for passed in path:
            self._above[passed] = one
        return one

    def join(self, one, other) -> None:
        """Let both have one representative."""
        one, other = self.of(one), self.of(other)
        if one != other:
            self._above[one] = other


def _reached(first, steps: dict) -> set:
    """Return what can be reached from the first, itself included; rings end."""
    seen, waiting = {first}, [first]
    while waiting:
        for one in steps.get(waiting.pop(), ()):
            if one not in seen:
                seen.add(one)
                waiting.append(one)
    return seen


def _lines_of(figures, rows: Iterable[Row]) -> _Lines:
    lines = _Lines()
    for figure, other, kind in rows:
        if kind in (RelationKind.SAME_QUESTION, REPLACED):
            lines.join(figure, other)
        elif kind == OF_SERIES:
            lines.join(figure, (OF_SERIES, other))
    for figure in figures:
        if figure.series_id:
            lines.join(figure.pk, (OF_SERIES, figure.series_id))
    return lines


def kinds_among(figures, rows: Iterable[Row]) -> set[str]:
    """Return the kinds of relation that hold between any two of the figures, directly or through others."""
    by_id = {figure.pk: figure for figure in figures}
    lines = _lines_of(by_id.values(), rows)
    wholes, overlaps, kinds = defaultdict(set), defaultdict(set), set()
    for figure, other, kind in rows:
        one, two = lines.of(figure), lines.of(other)
        if kind == RelationKind.PART_OF:
            wholes[one].add(two)
        elif kind == RelationKind.OVERLAPS:
            overlaps[one].add(two)
            overlaps[two].add(one)
        elif kind == RelationKind.NOT_COMPARABLE and figure in by_id and other in by_id:
            kinds.add(kind)
    above = {pk: _reached(lines.of(pk), wholes) for pk in by_id}
    below = {pk: _reached(lines.of(pk), _turned(wholes)) for pk in by_id}
    touched = {pk: set().union(*(overlaps[one] for one in above[pk] | below[pk])) for pk in by_id}
    for one, other in combinations(by_id, 2):
        if lines.of(one) == lines.of(other):
            kinds.add(RelationKind.SAME_QUESTION)
        elif lines.of(other) in above[one] | below[one]:
            kinds.add(RelationKind.PART_OF)
        if touched[one] & (above[other] | below[other]):
            kinds.add(RelationKind.OVERLAPS)
    return kinds


def _turned(steps: dict) -> dict:
    """Return the same steps the other way round."""
    turned = defaultdict(set)
    for one, others in steps.items():
        for other in others:
            turned[other].add(one)
    return turned
