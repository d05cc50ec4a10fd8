"""What is asked of all figures at once: what relates them, and what took their places."""

from django.db.models import Q, QuerySet, Value
from django.db.models.expressions import RawSQL
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from portal.visibility import is_restricted, narrow

from .indirect_relations import OF_SERIES, REPLACED, Row

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


class FigureQuerySet(PageQuerySet):
    """What holds among figures asks for many at once: each method is one query."""

    def later_than(self, ids: list[int]) -> QuerySet:
        """Return all that came after the figures with the ids, whether or not they are public."""
        later = RawSQL(_LATER.format(marks=", ".join(["%s"] * len(ids))), ids)  # noqa: S611  (ids are parameters)
        return self.filter(pk__in=later)

    def with_privacy(self) -> QuerySet:
        """Return the figures, each with ``is_private``: whether only some may read it."""
        return narrow(self.annotate(is_private=is_restricted()), "body")

    def in_lines(self) -> list:
        """Fetch every figure that was replaced or took another's place, for ``find_newest`` of very many."""
        found = Q(superseded_by__isnull=False) | Q(supersedes__isnull=False)
        return list(self.filter(pk__in=self.filter(found).order_by().values("pk")).with_privacy())

    def relation_rows(self) -> list[Row]:
        """Return everything that relates figures, as (figure, other, kind), from one query.

        A series is told as a relation of the figure to the series' number; what took its place, as a
        kind of its own.
        """
        figures = self.order_by()
        related = Q(figure_relations__isnull=False) | Q(relations_to__isnull=False)
        entered = figures.filter(figure_relations__isnull=False)
        replaced = figures.exclude(superseded_by=None)
        of_series = figures.filter(related).exclude(series=None)
        rows = entered.values_list("pk", "figure_relations__other", "figure_relations__kind")
        return list(
            rows.union(
                replaced.values_list("pk", "superseded_by", Value(REPLACED)),
                of_series.values_list("pk", "series", Value(OF_SERIES)),
                all=True,
            ).order_by()
        )


FigureManager = PageManager.from_queryset(FigureQuerySet, "FigureManager")
