"""What both databases' searches share: first the ids in their order, then only the rows to show."""

from django.db.models import QuerySet
from django.utils.functional import cached_property

from .asked import Asked, asked_for

# How many rows are fetched at once where somebody asks for all, such as an export.
ROWS = 500


class RankedCompiler:
    """Between Wagtail's compiler and a database's: what this cannot say is left to Wagtail's."""

    @cached_property
    def asked(self) -> Asked | None:
        """What to look for, or None if Wagtail's own search has to do it."""
        return asked_for(self.query) if self.fields is None else None

    @cached_property
    def total(self) -> int:
        """How many rows are found; asked once for all slices of the results."""
        return self.found(self.asked).count()

    def found(self, asked: Asked) -> QuerySet:
        """Return the rows with all that was asked for, in no order; each database has its own."""
        raise NotImplementedError

    def by_relevance(self, found: QuerySet, asked: Asked) -> QuerySet:
        """Return the rows found, the best first; each database has its own."""
        raise NotImplementedError

    def search(self, config, start, stop, score_field=None, **options) -> QuerySet:
        """Return the rows from start to stop, by relevance or in the order that they came in."""
        if self.asked is None or score_field:
            return super().search(config, start, stop, score_field=score_field, **options)
        if not self.asked:
            return self.queryset.none()
        found = self.found(self.asked)
        if self.order_by_relevance:
            found = self.by_relevance(found, self.asked)
        elif not found.query.order_by:
            found = found.order_by("-pk")
        return found[start:stop]


class RankedResults:
    """Results whose rows are fetched by id, so that what a list shows beside them costs nothing to sort."""

    @property
    def _is_ranked(self) -> bool:
        return bool(self.query_compiler.asked) and not self._score_field

    def _do_search(self):
        if not self._is_ranked:
            return super()._do_search()
        ids = list(self.get_queryset().values_list("pk", flat=True))
        rows = {}
        for start in range(0, len(ids), ROWS):
            some = self.query_compiler.queryset.filter(pk__in=ids[start : start + ROWS])
            rows.update((row.pk, row) for row in some)
        return [rows[pk] for pk in ids if pk in rows]

    def _do_count(self):
        if self._is_ranked and not self.start and self.stop is None:
            return self.query_compiler.total
        return super()._do_count()

    def facet(self, field_name):
        """Return how many rows there are of each; together they are all."""
        counts = super().facet(field_name)
        if self._is_ranked:
            self.query_compiler.total = sum(counts.values())
        return counts
