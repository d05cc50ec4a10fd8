"""Which pages of one document have the words."""

from dataclasses import dataclass, field

from django.db.models.expressions import RawSQL

from portal.search.excerpts import excerpt
from portal.search.results import Passage
from portal.search.words import clean, words_of

from .full_text import matching
from .spellings import readable

PAGE_SIZE = 20


@dataclass(frozen=True)
class FoundInside:
    """One page of hits, by page number. ``every_word`` is False if no page has all the words."""

    query: str
    passages: list[Passage] = field(default_factory=list)
    total: int = 0
    every_word: bool = True
    page_number: int = 1
    pages: int = 0


def _numbers(document, words: list[str], every: bool) -> list[int]:
    """Return the numbers of the pages with every one (or any) of the words."""
    hits = RawSQL(*matching(words, every))  # noqa: S611  (the words are parameters)
    return list(document.page_texts.filter(pk__in=hits).values_list("number", flat=True))


def find_inside(document, query: str, page_number: int, file_url: str) -> FoundInside:
    """Look the words up in the document; each result opens the file at ``file_url`` at its page."""
    query, words = clean(query), words_of(query)
    every, numbers = True, _numbers(document, words, every=True) if words else []
    if not numbers and len(words) > 1:
        every, numbers = False, _numbers(document, words, every=False)
    if not numbers:
        return FoundInside(query)
    pages = -(-len(numbers) // PAGE_SIZE)
    page_number = min(max(page_number, 1), pages)
    shown = numbers[(page_number - 1) * PAGE_SIZE : page_number * PAGE_SIZE]
    texts = document.page_texts.filter(number__in=shown).values_list("number", "text")
    passages = [
        Passage(f"Page {number}", f"{file_url}#page={number}", excerpt(readable(text), words))
        for number, text in texts
    ]
    return FoundInside(query, passages, len(numbers), every, page_number, pages)
