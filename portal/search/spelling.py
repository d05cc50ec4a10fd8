"""“Did you mean”: a query with its typing errors mended by the words that pages really have.

The words are read in Python, so that every database means the same. They come from pages that anyone may
read: a word of a draft or of a private page would tell of it.
"""

import re
from collections import Counter
from datetime import datetime
from threading import Lock
from typing import NamedTuple

from django.utils import timezone

from ..site.memory import Memory, state_now
from .index import public_pages, with_text
from .typing_errors import nearest
from .words import forms

# The top of the tree has the words of the whole; to read more would take long on a large site.
MAX_PAGES = 500
MAX_MENDED = 3
_WORD = re.compile(r"[^\W\d_]{3,40}")


class _Known(NamedTuple):
    """How many pages have each word, and when the first of these pages ends."""

    words: Counter[str]
    ends: datetime | None


_remembered: Memory[_Known] = Memory(1)
_reading = Lock()


def _read() -> _Known:
    pages = with_text(public_pages()).order_by("depth", "path").values_list("title", "text", "expire_at")
    words, ends = Counter(), []
    for title, text, expire_at in pages[:MAX_PAGES]:
        words.update(set(_WORD.findall(f"{title} {text or ''}".lower())))
        ends += [expire_at] if expire_at else []
    return _Known(words, min(ends, default=None))


def _kept(state) -> _Known | None:
    known = _remembered.recall("words", state)
    return known if known and not (known.ends and known.ends <= timezone.now()) else None


def known_words() -> Counter[str]:
    """Return the words of the pages: one query in each process after a change, none until the next."""
    state = state_now()
    if known := _kept(state):
        return known.words
    with _reading:  # whoever waited finds what the first one read
        if (known := _kept(state)) is None:
            known = _read()
            _remembered.keep("words", state, known)
    return known.words


def _mended(word: str, known: Counter[str]) -> str:
    """Return the commonest word that is one typing error away from one that no page has, or nothing."""
    if any(form in known for form in forms(word)) or any(other.startswith(word) for other in known):
        return ""
    return max(nearest(word, known), key=lambda other: (known[other], other), default="")


def did_you_mean(query: str, words: list[str]) -> str:
    """Return the query without its typing errors, or nothing where none is found."""
    plain = [word for word in words if word.isalpha()]
    known = known_words() if plain else Counter()
    mended = {word: other for word in plain if (other := _mended(word, known))}
    if not mended or len(mended) > MAX_MENDED:
        return ""
    return _WORD.sub(lambda match: mended.get(match[0].lower(), match[0]), query)
