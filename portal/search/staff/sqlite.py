"""The admin's search in SQLite's full-text table: one MATCH for all hits, not one for each."""

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from wagtail.search.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
    SQLiteSearchResults,
)
from wagtail.search.utils import get_descendants_content_types_pks

from ..sqlite import ENTRY, FULL_TEXT
from ..words import SHORTEST_STEM, forms
from .asked import Asked
from .ranked import RankedCompiler, RankedResults

# Weights of the table's columns in their order: autocomplete (titles, mostly), body, title.
SCORE = f"bm25({FULL_TEXT}, 5, 1, 10)"

# Whether an entry is among those with the words in their title, found once and not for each.
TITLED = f"{FULL_TEXT}.rowid IN (SELECT rowid FROM {FULL_TEXT} WHERE {FULL_TEXT} MATCH %s)"  # noqa: S608


def _whole(word: str) -> str:
    return "(" + " OR ".join(f'"{form}"' for form in forms(word)) + ")"


def _begun(word: str) -> str:
    """Match words that begin so; those that begin with one to three letters only in titles, or it is most."""
    if len(word) > SHORTEST_STEM:
        return "(" + " OR ".join(f'"{form}"*' for form in forms(word)) + ")"
    return f'(({{title autocomplete}} : "{word}"*) OR {_whole(word)})'


def expression(asked: Asked, may_be_begun: bool) -> str:
    """Return what was asked for in FTS5's language, each word in quotes so that none is an operator."""
    words = [_whole(word) for word in asked.whole]
    if asked.begun:
        words.append((_begun if may_be_begun else _whole)(asked.begun))
    return " AND ".join([*words, *(f'"{phrase}"' for phrase in asked.phrases)])


class _Compiler(RankedCompiler):
    COLUMNS = "{title body}"

    def found(self, asked: Asked) -> QuerySet:
        """Join the rows to their entries. The plus keeps SQLite from matching again for every row."""
        model, row = self.queryset.model, self.queryset.query.get_initial_alias()
        kinds = ", ".join(str(int(pk)) for pk in get_descendants_content_types_pks(model))
        # Only names of tables and numbers go into the text of the query; the words are a parameter.
        return self.queryset.extra(  # noqa: S610
            tables=[FULL_TEXT, ENTRY],
            where=[
                f"{FULL_TEXT} MATCH %s",
                f"{ENTRY}.id = +{FULL_TEXT}.rowid",
                f"{ENTRY}.content_type_id IN ({kinds})",
                f'"{row}"."{model._meta.pk.column}" = CAST({ENTRY}.object_id AS INTEGER)',
            ],
            params=[f"{self.COLUMNS} : ({expression(asked, self.LAST_TERM_IS_PREFIX)})"],
        )

    def by_relevance(self, found: QuerySet, asked: Asked) -> QuerySet:
        """Put first what has all the words in its title; then by the rank that the one MATCH gives."""
        words = f"{{title}} : ({expression(asked, self.LAST_TERM_IS_PREFIX)})"
        titled = RawSQL(TITLED, [words])  # noqa: S611
        ranked = found.annotate(_titled=titled, _score=RawSQL(SCORE, []))  # noqa: S611
        return ranked.order_by("-_titled", "_score", "-pk")


class SearchCompiler(_Compiler, SQLiteSearchQueryCompiler):
    """Whole words, in titles and texts."""


class AutocompleteCompiler(_Compiler, SQLiteAutocompleteQueryCompiler):
    """Words of which the last may be half typed, in titles, texts and what is only for this."""

    COLUMNS = "{autocomplete title body}"


class Results(RankedResults, SQLiteSearchResults):
    """Results of either search."""


class SearchBackend(SQLiteSearchBackend):
    """Wagtail's index, with searches of our own."""

    query_compiler_class = SearchCompiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    results_class = Results
