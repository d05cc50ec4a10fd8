"""Figures that are shown side by side: what took their places, and what readers must not do with them."""

from portal.answering.links import once_per_page
from portal.site.memory import Memory, state_now

from ..choices import RelationKind
from ..numbers import totals
from .indirect_relations import kinds_among
from .succession import find_newest, newest_first

_remembered: Memory[list] = Memory(1)


def all_relations(model) -> list:
    """Return ``relation_rows`` of all figures, which are the same on every page until something changes."""
    state = state_now()
    rows = _remembered.recall(model, state)
    if rows is None:
        rows = once_per_page("relations of figures", model.objects.relation_rows)
        _remembered.keep(model, state, rows)
    return rows


def relation_warnings(figures, rows=None) -> list[str]:
    """Return one sentence for each kind of relation among the figures shown together.

    ``rows`` are relations that were fetched before, for a page that shows several groups.
    """
    if len({figure.pk for figure in figures}) < 2:
        return []
    kinds = kinds_among(figures, all_relations(type(figures[0])) if rows is None else rows)
    return [kind.warning for kind in RelationKind if kind in kinds]


def shown_together(figures, rows=None) -> dict:
    """Return ``figures`` and ``relations`` for the template of figures, without a further query for each.

    Each figure gets ``newest``: what took its place, where visitors may read that. Figures of one series
    stand newest first. ``rows`` are relations that were fetched before, for a page that shows several groups.
    """
    if len(figures) > 1 and rows is None:
        rows = all_relations(type(figures[0]))
    find_newest(figures, rows)
    return {"figures": newest_first(figures), "relations": relation_warnings(figures, rows)}


def total_of(figures) -> str:
    """Return the sum of the figures in words.

    Raises:
        CannotCombineError: if one figure is part of another, overlaps it or answers the same question, also
            through figures that are not among them; or if they are no parts of one sum by themselves.
    """
    return totals.total_of(figures, relation_warnings(figures))
