"""Wagtail's full-text table in SQLite, asked directly.

Wagtail's own query runs the whole match again for every hit to put them in order, which takes
half a minute when a word is on all of 10,000 pages; one ``MATCH … ORDER BY bm25()`` takes a
thirtieth of a second. SQLite does not know that "crimes" and "crime" are one word: ``words``
stands in for that.
"""

from django.db.models import F
from django.db.models.expressions import RawSQL
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from .index import MAX_RESULTS, is_last, public_pages, tier, weight
from .words import SHORTEST_STEM, forms, is_number, stem

ENTRY = IndexEntry._meta.db_table
FULL_TEXT = f"{ENTRY}_fts"
PAGE = Page._meta.db_table
# Weights of the table's columns in their order: autocomplete (not searched), body, title.
SCORE = f"bm25({FULL_TEXT}, 0, 1, 10)"
TO_PAGE = [
    f"{ENTRY}.id = {FULL_TEXT}.rowid",
    f"{PAGE}.id = CAST({ENTRY}.object_id AS INTEGER)",
    f"{PAGE}.content_type_id = {ENTRY}.content_type_id",
]


def _beginning(word: str) -> str:
    """Match words that begin so, unless that would be a large part of all words."""
    return f'"{word}"*' if len(word) > SHORTEST_STEM else f'"{word}"'


def _starts(word: str) -> list[str]:
    """Return how related words begin; a number has no other endings, but other spellings."""
    return forms(word) if is_number(word) else [stem(word)]


def expression(words: list[str], every: bool) -> str:
    """Return the words in FTS5's language, each in quotes so that none is an operator."""
    if not every:
        return " OR ".join(_beginning(start) for word in words for start in _starts(word))
    alternatives = [[f'"{form}"' for form in forms(word)] for word in words]
    # The last word may be half typed, or have another ending.
    alternatives[-1] = [_beginning(form) for form in forms(words[-1])]
    return " AND ".join(f"({' OR '.join(forms_of_word)})" for forms_of_word in alternatives)


def matching_ids(words: list[str], every: bool, query: str) -> list[int]:
    """Return the ids of pages with every one (or any) of the words, what helps most first."""
    # Only names of tables go into the text of the query; the words are a parameter.
    matches = public_pages().extra(  # noqa: S610
        tables=[FULL_TEXT, ENTRY],
        where=[f"{FULL_TEXT} MATCH %s", *TO_PAGE],
        params=[f"{{title body}} : ({expression(words, every)})"],
    )
    score = RawSQL(SCORE, [])  # noqa: S611
    scored = matches.annotate(score=score, tier=tier(query))
    # bm25() is negative: the lower, the better.
    first = ["tier"] if every else [is_last(), F("score") * weight()]
    ranked = scored.order_by(*first, "score", "-pk")
    return list(ranked.values_list("pk", flat=True)[: MAX_RESULTS + 1])
