"""Wagtail's text vectors in PostgreSQL, asked directly.

Wagtail's own query is on ``title || body``, for which it has no index; the migration
``portal.0002_search_index`` makes one. Ranking is what costs then, because it reads each hit's
whole text: so at most POOL hits are ranked, after as many that have the words in their title.
"""

from django.contrib.postgres.search import CombinedSearchVector, Lexeme, SearchQuery, SearchRank
from django.db.models import F
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from .index import MAX_RESULTS, public_pages
from .words import SHORTEST_STEM, stem

POOL = 1_000
TITLE_WEIGHT = 4
TITLE = F("index_entries__title")
BODY = F("index_entries__body")
TEXT = CombinedSearchVector(TITLE, "||", BODY, None)


def _query(words: list[str], every: bool) -> SearchQuery:
    """Return the words in PostgreSQL's language, in the language the index was made with."""
    config = get_search_backend().config
    if every:
        return SearchQuery(" ".join(words), config=config, search_type="plain")
    stems = [stem(word) for word in words]
    lexemes = [Lexeme(start, prefix=len(start) > SHORTEST_STEM) for start in stems]
    any_of_them = lexemes[0]
    for lexeme in lexemes[1:]:
        any_of_them |= lexeme
    return SearchQuery(any_of_them, config=config)


def matching_ids(words: list[str], every: bool) -> list[int]:
    """Return the ids of pages with every one (or any) of the words, the best first."""
    query = _query(words, every)
    pages = public_pages()
    in_title = pages.filter(index_entries__title=query).values("pk")[:POOL]
    in_text = pages.annotate(text=TEXT).filter(text=query).values("pk")[:POOL]
    score = SearchRank(TITLE, query) * F("index_entries__title_norm") * TITLE_WEIGHT + SearchRank(BODY, query)
    pool = Page.objects.filter(pk__in=in_title.union(in_text))
    ranked = pool.annotate(score=score).order_by("-score", "-pk")
    return list(ranked.values_list("pk", flat=True)[: MAX_RESULTS + 1])
