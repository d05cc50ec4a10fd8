"""Whether the quoted words and the value stand on the page that a figure names.

Pure functions over text. Printed text breaks lines, hyphenates and writes one number in several
ways, so words are compared without spaces and hyphens, and numbers by what they mean.
"""

import hashlib
import json
import re
from decimal import Decimal

from django.db import models

from .numbers.reading import numbers_in, with_numbers_in_full


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

    @property
    def is_acceptable(self) -> bool:
        """Whether somebody who read the source otherwise may say that the figure is right all the same."""
        return self in (
            Evidence.WORDS_NOT_FOUND,
            Evidence.VALUE_NOT_FOUND,
            Evidence.OUT_OF_RANGE,
            Evidence.NO_TEXT,
        )


_NO_LETTER = re.compile(r"[^\w%]|_")
_NOUGHTS = re.compile(r"(\d)\.0++(?!\d)")
_LEFT_OUT = re.compile(r"\.\.\.|…|\[…\]")


def _letters(text: str) -> str:
    """Return the text with each number in full and nothing but letters and digits."""
    return _NO_LETTER.sub("", _NOUGHTS.sub(r"\1", with_numbers_in_full(text)))


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


def fingerprint_of(figure) -> str:
    """Return a hash of everything that the look-up depends on."""
    document = figure.publication.document if figure.publication else None
    parts = [
        document.sha256 if document else "",
        figure.source_page,
        figure.quoted_words,
        f"{figure.lower_value} {figure.upper_value}",
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
