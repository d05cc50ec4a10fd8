"""What was asked for in the admin: words, of which the last may be half typed, and phrases in quotes."""

from dataclasses import dataclass

from wagtail.search.query import And, Phrase, PlainText, SearchQuery

from ..words import WORD, clean, words_of


@dataclass(frozen=True)
class Asked:
    """Plain words and phrases, all of which a hit must have; nothing in them is an operator."""

    words: list[str]
    phrases: list[str]

    def __bool__(self) -> bool:
        """Whether anything is left to look for: a query of points and dashes has no word."""
        return bool(self.words or self.phrases)

    @property
    def whole(self) -> list[str]:
        """The words that are typed to their end."""
        return self.words[:-1]

    @property
    def begun(self) -> str:
        """The last word, which may be half typed; empty if there are only phrases."""
        return self.words[-1] if self.words else ""


def _texts(query: SearchQuery) -> tuple[list[str], list[str]] | None:
    """Return the texts of words and those of phrases, or None if the query is more than that."""
    if isinstance(query, PlainText) and query.operator == "and":
        return [query.query_string], []
    if isinstance(query, Phrase):
        return [], [query.query_string]
    if not isinstance(query, And):
        return None
    parts = [_texts(part) for part in query.subqueries]
    if None in parts:
        return None
    return [text for part in parts for text in part[0]], [text for part in parts for text in part[1]]


def asked_for(query: SearchQuery) -> Asked | None:
    """Return what a query of Wagtail's asks for, or None for what the admin never asks, such as "not"."""
    texts = _texts(query)
    if texts is None:
        return None
    phrases = [" ".join(WORD.findall(clean(text).lower())) for text in texts[1]]
    return Asked(words_of(" ".join(texts[0])), [phrase for phrase in phrases if phrase])
