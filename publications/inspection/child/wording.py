"""Makes words from a PDF fit to be kept: no control characters, one way of writing each letter."""

import re
import unicodedata

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\uffff]")


def normal_text(text: str, limit: int) -> str:
    """Return text with lines kept, at most ``limit`` characters of it.

    A hyphen at the end of a line, where PDFium leaves a mark for both, is given back with the end of the
    line: whoever reads the text may join the word.
    """
    text = text[: 2 * limit].replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub("[\x02\ufffe]\n?", "-\n", text)
    text = unicodedata.normalize("NFC", _CONTROL.sub("", text))
    return re.sub(r"[^\S\n]+(?=\n|$)", "", text)[:limit].strip()


def one_line(text: str, limit: int) -> str:
    """Return text on one line with single spaces, at most ``limit`` characters of it."""
    return " ".join(normal_text(text, 4 * limit).split())[:limit]
