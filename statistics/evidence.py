"""Whether the quoted words and the value stand on the page that a figure names.

Pure functions over text. Printed text breaks lines, hyphenates and writes one number in several
ways, so words are compared without spaces and hyphens, and numbers by what they mean.
"""

import re
import unicodedata
from decimal import Decimal

from django.db import models

from .scales import SIZES


class Evidence(models.TextChoices):
    """What came of looking for a figure in the file of its source."""

    FOUND = "found", "Found: the words and the value stand on that page"
    WORDS_NOT_FOUND = "words_not_found", "Not found: the quoted words do not stand on that page"
    VALUE_NOT_FOUND = "value_not_found", "Not found: the value does not stand on that page"
    OUT_OF_RANGE = "out_of_range", "Page out of range: the file has no such page"
    NO_TEXT = "no_text", "No text layer: nothing can be read on that page of the file"
    NOTHING_TO_FIND = "nothing_to_find", "Not checked: the page or the quoted words are not given"
    SAMPLE = "sample", "Not checked: the held file is a sample, so it is no evidence"
    NOT_HELD = "not_held", "Not checked: this site does not hold the source's file"


ACCEPTABLE = {Evidence.WORDS_NOT_FOUND, Evidence.VALUE_NOT_FOUND, Evidence.OUT_OF_RANGE, Evidence.NO_TEXT}

_SCALE = f"({'|'.join(sorted(SIZES, key=len, reverse=True))})"
# Taken whole or not at all: else a long row of digits would be tried from each of them.
_DIGITS = r"(?<!\d)(?<!\d\.)\d++(?:\.\d++)?+"
_NUMBER = re.compile(rf"({_DIGITS})(?:\s*+{_SCALE}(?![a-z])|(?![a-z]))")
# In "550 to 850 thousand" the word belongs to both numbers.
_RANGE = re.compile(rf"({_DIGITS})\s*+(?:to|and|-)\s*+{_DIGITS}\s*+{_SCALE}(?![a-z])")
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:[, ]\d{3})+(?!\d)")
_BETWEEN = str.maketrans("", "", ", ")
_NO_LETTER = re.compile(r"[^\w%]|_")
_NOUGHTS = re.compile(r"(\d)\.0++(?!\d)")
_LEFT_OUT = re.compile(r"\.\.\.|…|\[…\]")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")


def _plain(text: str) -> str:
    """Return the text in small letters, with plain dashes and spaces, and numbers in one piece."""
    text = unicodedata.normalize("NFKC", text).translate(_DASHES).replace("\u00ad", "").casefold()
    return _GROUPED.sub(lambda match: match[0].translate(_BETWEEN), " ".join(text.split()))


def numbers_in(text: str) -> set[Decimal]:
    """Return every number of the text, in full: "8.3m", "8.3 million" and "8,300,000" are one."""
    plain = _plain(text)
    found = {Decimal(number) * SIZES.get(scale, 1) for number, scale in _NUMBER.findall(plain)}
    return found | {Decimal(number) * SIZES[scale] for number, scale in _RANGE.findall(plain)}


def _letters(text: str) -> str:
    """Return the text with each number in full and nothing but letters and digits."""
    in_full = _NUMBER.sub(lambda match: f"{Decimal(match[1]) * SIZES.get(match[2], 1):f}", _plain(text))
    return _NO_LETTER.sub("", _NOUGHTS.sub(r"\1", in_full))


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text, whatever its line breaks, hyphens and ways of writing numbers.

    An ellipsis in the words stands for anything left out.
    """
    page, start = _letters(text), 0
    for part in _LEFT_OUT.split(words):
        wanted = _letters(part)
        place = page.find(wanted, start)
        if place < 0:
            return False
        start = place + len(wanted)
    return True


def compare(words: str, values: list[Decimal], text: str) -> Evidence:
    """Return whether words and values stand in the text of a page."""
    if not text.strip():
        return Evidence.NO_TEXT
    if not stands_in(words, text):
        return Evidence.WORDS_NOT_FOUND
    return Evidence.FOUND if set(values) <= numbers_in(text) else Evidence.VALUE_NOT_FOUND


def look_up(figure) -> Evidence:
    """Return what the file of a figure's source says about it, in at most two queries."""
    document = figure.publication.document if figure.publication else None
    if document is None:
        return Evidence.NOT_HELD
    if document.is_sample:
        return Evidence.SAMPLE
    if not figure.source_page or not figure.quoted_words.strip():
        return Evidence.NOTHING_TO_FIND
    page = document.page_texts.filter(number=figure.source_page).first()
    if page is None:
        has_page = figure.source_page <= (document.page_count or 0)
        return Evidence.NO_TEXT if has_page else Evidence.OUT_OF_RANGE
    values = [value for value in (figure.lower_value, figure.upper_value) if value is not None]
    return compare(figure.quoted_words, values, page.text)
