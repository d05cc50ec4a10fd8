"""How hard a page is to read: its sentences as a reader meets them, and the school year they need.

The year is Flesch and Kincaid's grade: 0.39 × words a sentence + 11.8 × syllables a word − 15.59. A child of
11 reads grade 6. A heading and an item of a list count as sentences. Help routes are left out, since their
words are the services' own, and so is what the layout says on every page.
"""

import re

from bs4 import BeautifulSoup

LEFT_OUT = (
    "article.help-route, .block-emergency, .block-page-links, .content-note, .last-updated, .soft, nav, svg"
)
SPOKEN = "h1, h2, h3, p, li, dt, dd, summary"
_SENTENCE_END = re.compile(r"(?<=[.?!:])[”’)]?\s+")
_WORD = re.compile(r"[A-Za-z0-9£][A-Za-z0-9'’,.@/-]*")
_SILENT = re.compile(r"(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$")
_VOWELS = re.compile(r"[aeiouy]+")


def parts_of(html: str) -> list[str]:
    """Return the texts of a page's main part, one for each paragraph, heading and item, in their order."""
    main = BeautifulSoup(html, "html.parser").main
    for other in main.select(LEFT_OUT):
        other.decompose()
    found = [part for part in main.select(SPOKEN) if not part.select(SPOKEN)]
    return [" ".join(part.get_text().split()) for part in found]


def sentences_of(html: str) -> list[str]:
    """Return the sentences of a page's main part."""
    sentences = [sentence for part in parts_of(html) for sentence in _SENTENCE_END.split(part)]
    return [sentence for sentence in sentences if _WORD.search(sentence)]


def words_in(sentence: str) -> list[str]:
    """Return the words of a sentence."""
    return _WORD.findall(sentence)


def syllables_in(word: str) -> int:
    """Return about how many syllables a word has: its groups of vowels, without an e that is not heard."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    heard = _SILENT.sub(lambda end: end[0][0], letters) if len(letters) > 3 else letters
    return max(1, len(_VOWELS.findall(heard)))


def grade(sentences: list[str]) -> float:
    """Return the school year that the sentences need."""
    words = [word for sentence in sentences for word in words_in(sentence)]
    syllables = sum(syllables_in(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
