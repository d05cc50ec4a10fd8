"""The admin's search in PostgreSQL's text vectors: words of title and text, and the beginnings of words.

Ranking by the text reads each hit's whole text, so beyond POOL hits only titles count for the order.
"""

from functools import reduce
from operator import and_

from django.contrib.postgres.search import Lexeme, SearchQuery, SearchRank
from django.db.models import F, Q, QuerySet
from wagtail.search.backends import get_search_backend
from wagtail.search.backends.database.postgres.postgres import (
    PostgresAutocompleteQueryCompiler,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
    PostgresSearchResults,
)

from ..postgresql import BODY, POOL, TEXT, TITLE, TITLE_WEIGHT
from ..words import SHORTEST_STEM
from .asked import Asked
from .ranked import RankedCompiler, RankedResults

NORM = F("index_entries__title_norm")
PARTIAL = F("index_entries__autocomplete")


def _query(asked: Asked, config: str, *, shortest_begun: int | None) -> SearchQuery:
    """Return what was asked for, its last word as a beginning if it has so many letters (None: never)."""
    lexemes = [Lexeme(word) for word in asked.whole]
    if asked.begun:
        is_begun = shortest_begun is not None and len(asked.begun) >= shortest_begun
        lexemes.append(Lexeme(asked.begun, prefix=is_begun))
    parts = [SearchQuery(phrase, config=config, search_type="phrase") for phrase in asked.phrases]
    if lexemes:
        parts.append(SearchQuery(reduce(and_, lexemes), config=config))
    return reduce(and_, parts)


class _Compiler(RankedCompiler):
    def _queries(self, asked: Asked) -> tuple[SearchQuery, SearchQuery | None]:
        """Return the query for the texts and, if words may be half typed, that for beginnings."""
        config = get_search_backend().config
        if not self.LAST_TERM_IS_PREFIX:
            return _query(asked, config, shortest_begun=None), None
        in_text = _query(asked, config, shortest_begun=SHORTEST_STEM + 1)
        return in_text, _query(asked, "simple", shortest_begun=1)

    def found(self, asked: Asked) -> QuerySet:
        """Join the rows to their entries, of which each has one."""
        in_text, begun = self._queries(asked)
        matches = Q(_text=in_text)
        if begun is not None:
            matches |= Q(_partial=begun)
        return self.queryset.annotate(_text=TEXT, _partial=PARTIAL).filter(matches)

    def by_relevance(self, found: QuerySet, asked: Asked) -> QuerySet:
        """Order by the words in the title, then by those in the text if so few are found."""
        in_text, begun = self._queries(asked)
        score = SearchRank(TITLE, in_text) * NORM * TITLE_WEIGHT
        if begun is not None:
            score += SearchRank(PARTIAL, begun) * NORM * TITLE_WEIGHT
        if self.total <= POOL:
            score += SearchRank(BODY, in_text)
        return found.annotate(_score=score).order_by("-_score", "-pk")


class SearchCompiler(_Compiler, PostgresSearchQueryCompiler):
    """Whole words, in titles and texts."""


class AutocompleteCompiler(_Compiler, PostgresAutocompleteQueryCompiler):
    """Words of which the last may be half typed, in titles, texts and what is only for this."""


class Results(RankedResults, PostgresSearchResults):
    """Results of either search."""


class SearchBackend(PostgresSearchBackend):
    """Wagtail's index, with searches of our own."""

    query_compiler_class = SearchCompiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    results_class = Results
