"""Figures that are shown side by side: what took their places, and what readers must not do with them."""

from portal.visibility import if_public

from .models.relations import relation_warnings


def shown_together(figures, restricted: tuple[str, ...], rows=None) -> dict:
    """Return ``figures`` and ``relations`` for the template of figures, without a further query for each.

    Each figure gets ``newer``: what took its place, where visitors may read that. ``rows`` are
    relations that were fetched before, for a page that shows several groups.
    """
    for figure in figures:
        figure.newer = if_public(figure.superseded_by, restricted)
    return {"figures": figures, "relations": relation_warnings(figures, rows)}
