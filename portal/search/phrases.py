"""Phrases by which people ask: "share/send my pictures" is in "he says he'll send those pictures of me".

A phrase is in a search when all its words are, in whatever order and whichever their endings; ``/`` stands
between words of which one will do. Words without a meaning of their own count for nothing.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from threading import Lock

import snowballstemmer

from .typing_errors import nearest
from .words import clean

_WORD = re.compile(r"[^\W_]+")
_TRIFLES = """
a an and are at be been being by did do does for from has have in is it its just of on or please really so
that the there these this those to very was were will with would
"""
TRIFLES = frozenset(_TRIFLES.split())
# What may stand around a word that counts only alone: "please, I need help now".
_AROUND = "can could get got how i if im is me my need now some someone want we what where who with you"
AROUND = TRIFLES | frozenset(_AROUND.split())
# As people write, and as phrases do.
_SAME = {
    "cannot": "cant",
    "hes": "he",
    "ive": "i",
    "pls": "please",
    "plz": "please",
    "shes": "she",
    "sum1": "someone",
    "somebody": "someone",
    "theyre": "they",
    "theyve": "they",
    "u": "you",
    "ur": "your",
    "wanna": "want",
}
_TOGETHER = (
    (re.compile(r"\bi am\b"), "im"),
    (re.compile(r"\bcan not\b"), "cant"),
    (re.compile(r"\bwill not\b"), "wont"),
    (re.compile(r"\b(do|did|does|is|was|would) not\b"), r"\1nt"),
)
SHORTEST_PART = 3

# One stemmer for all, since making one takes longer than a word; it holds the word that it works at.
_stemmer = snowballstemmer.stemmer("english")
_at_work = Lock()


def _stem(word: str) -> str:
    with _at_work:
        return _stemmer.stemWord(word)


def words_in(text: str) -> list[str]:
    """Return the words of a text in order: small letters, no marks, short forms as one word."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("'", "")
    for pattern, together in _TOGETHER:
        text = pattern.sub(together, text)
    return [_SAME.get(word, word) for word in _WORD.findall(text)]


@dataclass(frozen=True)
class Phrase:
    """Words that must all be there: of each group one. ``stems`` has each word with its stem."""

    groups: tuple[frozenset[str], ...]
    stems: tuple[tuple[str, str], ...]

    def is_in(self, asked: "Asked") -> bool:
        """Whether the search has all its words."""
        return all(group & asked.stems for group in self.groups)

    def is_all_of(self, asked: "Asked") -> bool:
        """Whether the search has all its words and hardly another."""
        return self.is_in(asked) and asked.telling <= frozenset().union(*self.groups)


def _phrase(line: str) -> Phrase | None:
    parts = "/".join(part.strip() for part in line.split("/")).split()
    # A part such as "self-harm" is two words, and both must be there.
    groups = [[word] for part in parts if "/" not in part for word in words_in(part)]
    groups += [words_in(part.replace("/", " ")) for part in parts if "/" in part]
    groups = [group for group in groups if set(group) - TRIFLES] or [group for group in groups if group]
    stems = {word: _stem(word) for group in groups for word in group}
    if not stems:
        return None
    return Phrase(tuple(frozenset(stems[word] for word in group) for group in groups), tuple(stems.items()))


@lru_cache(maxsize=1_000)
def phrases_in(text: str) -> tuple[Phrase, ...]:
    """Return the phrases that a text of editors holds, one on each line."""
    return tuple(phrase for line in text.splitlines() if (phrase := _phrase(line)))


class Asked:
    """A search, ready to be compared with phrases. ``known`` has the stems of all words that phrases hold.

    Only a word that no phrase holds can be mistyped, run together with another or torn apart.
    """

    def __init__(self, query: str, known: Mapping[str, str]):
        self.words = words_in(clean(query))
        self._known = known
        self._known_stems = frozenset(known.values())

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all that may be meant."""
        joined = {one + other for one, other in pairwise(self.words)} & self._known.keys()
        meant = {stem for word in self.words for stem in self._meant_by(word)}
        return frozenset(meant | {self._known[word] for word in joined})

    @cached_property
    def telling(self) -> frozenset[str]:
        """The stems of the words that are more than manners."""
        words = [word for word in self.words if word not in AROUND]
        return frozenset(self._meant_by(word)[-1] for word in words)

    def _meant_by(self, word: str) -> list[str]:
        """Return the stems of the word as it stands and as it may be meant, the likeliest last."""
        stem = _stem(word)
        if stem in self._known_stems:
            return [stem]
        parts = [
            self._known[part]
            for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
            if {word[:place], word[place:]} <= self._known.keys()
            for part in (word[:place], word[place:])
        ]
        return [stem, *parts, *(self._known[other] for other in nearest(word, self._known))]
