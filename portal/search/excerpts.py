"""The few words around the first hit in a page's text, with every hit marked."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ..text.sentences import starts_of_sentences
from .words import SHORTEST_STEM, forms, stem

LENGTH = 220
BEFORE_THE_HIT = 70


def _pattern(words: list[str]) -> re.Pattern:
    """Match the words and, for all but the shortest, those that begin as they do."""
    starts = [re.escape(stem(word)) + r"\w*" for word in words if len(stem(word)) > SHORTEST_STEM]
    wholes = [re.escape(form) + r"\b" for word in words for form in forms(word)]
    return re.compile(rf"\b((?:{'|'.join(starts + wholes)}))", re.IGNORECASE)


def _window(text: str, hit: re.Match | None) -> str:
    """Cut the text around the hit: at whole sentences where they are short enough, else at spaces."""
    starts = starts_of_sentences(text)
    start = max(0, hit.start() - BEFORE_THE_HIT) if hit else 0
    sentence = max((place for place in starts if hit and place <= hit.start()), default=0)
    is_whole = start <= sentence
    if is_whole:
        start = sentence
    elif start:
        start = text.find(" ", start, hit.start()) + 1 or hit.start()
    end = len(text)
    if end - start > LENGTH:
        least = hit.end() if hit else start + LENGTH // 3
        ends = [place for place in starts if max(least, start + LENGTH // 3) <= place <= start + LENGTH]
        end = ends[-1] - 1 if ends else max(text.rfind(" ", start, start + LENGTH), least)
        is_cut = not ends
    else:
        is_cut = False
    return ("" if is_whole else "… ") + text[start:end] + (" …" if is_cut else "")


def _first_hit(pattern: re.Pattern, text: str, words: list[str]) -> re.Match | None:
    """Find the first hit, beginning where a plain search, which is far quicker, finds the start of a word."""
    lowered = text.lower()
    places = [place for word in words if (place := lowered.find(stem(word))) >= 0]
    return pattern.search(text, min(places, default=0)) or pattern.search(text)


def excerpt(text: str, words: list[str]) -> SafeString:
    """Return safe HTML: the text is escaped, and only ``<mark>`` is added."""
    text = " ".join(text.split())
    pattern = _pattern(words)
    # Splitting at a pattern with one group gives, by turns, what is between hits and the hits.
    parts = pattern.split(_window(text, _first_hit(pattern, text, words)))
    marked = (format_html("<mark>{}</mark>", part) if place % 2 else part for place, part in enumerate(parts))
    return format_html_join("", "{}", ((part,) for part in marked))
