"""Wagtail's text vectors in PostgreSQL, asked directly.

Wagtail's own query is on ``title || body``, for which it has no index; the migration
``portal.0002_search_index`` makes one. Ranking is what costs then, because it reads each hit's
whole text: so at most POOL hits are ranked, after as many that have the words in their title.
"""

from functools import reduce
from operator import and_, or_

from django.contrib.postgres.search import CombinedSearchVector, Lexeme, SearchQuery, SearchRank
from django.db.models import F
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from ..pages.search_tiers import GUIDANCE
from .index import MAX_RESULTS, is_last, public_pages, tier, weight
from .words import SHORTEST_STEM, forms, is_number, stem

POOL = 1_000
TITLE_WEIGHT = 4
TITLE = F("index_entries__title")
BODY = F("index_entries__body")
TEXT = CombinedSearchVector(TITLE, "||", BODY, None)


def _number(word: str, config: str) -> SearchQuery:
    """Return a number in all its spellings; one of two words is a phrase."""
    spelled = (SearchQuery(form, config=config, search_type="phrase") for form in forms(word))
    return reduce(or_, spelled)


def _query(words: list[str], every: bool) -> SearchQuery:
    """Return the words in PostgreSQL's language, in the language the index was made with."""
    config = get_search_backend().config
    numbers = [_number(word, config) for word in words if is_number(word)]
    plain = [word for word in words if not is_number(word)]
    if every:
        text = [SearchQuery(" ".join(plain), config=config, search_type="plain")] if plain else []
        return reduce(and_, text + numbers)
    lexemes = [Lexeme(start, prefix=len(start) > SHORTEST_STEM) for start in map(stem, plain)]
    text = [SearchQuery(reduce(or_, lexemes), config=config)] if lexemes else []
    return reduce(or_, text + numbers)


def matching_ids(words: list[str], every: bool, asked: str) -> list[int]:
    """Return the ids of pages with every one (or any) of the words, what helps most first."""
    query = _query(words, every)
    pages = public_pages()
    in_title = pages.filter(index_entries__title=query).values("pk")[:POOL]
    in_text = pages.annotate(text=TEXT).filter(text=query).values("pk")[:POOL]
    score = SearchRank(TITLE, query) * F("index_entries__title_norm") * TITLE_WEIGHT + SearchRank(BODY, query)
    helpful = pages.annotate(text=TEXT, tier=tier(asked)).filter(text=query, tier__lte=GUIDANCE)
    pool = Page.objects.filter(pk__in=in_title.union(in_text, helpful.values("pk")[:POOL]))
    scored = pool.annotate(score=score, tier=tier(asked))
    first = ["tier"] if every else [is_last(), F("score") * -weight()]
    ranked = scored.order_by(*first, "-score", "-pk")
    return list(ranked.values_list("pk", flat=True)[: MAX_RESULTS + 1])
