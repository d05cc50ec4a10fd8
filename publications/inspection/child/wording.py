"""Makes words from a PDF fit to be kept: no control characters, one way of writing each letter."""

import re
import unicodedata

_BROKEN_LINE = re.compile("[\x02\ufffe]\n?")
# From where a run of spaces begins: tried from each of its spaces, a long run would take long.
_SPACE_AT_END = re.compile(r"(?<![^\S\n])[^\S\n]++(?=\n|\Z)")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\uffff]")


def normal_text(text: str, limit: int) -> str:
    """Return text with lines kept, at most ``limit`` characters of it.

    A hyphen at the end of a line, where PDFium leaves a mark for both, is given back with the end of the
    line: whoever reads the text may join the word.
    """
    text = text[: 2 * limit].replace("\r\n", "\n").replace("\r", "\n")
    text = _BROKEN_LINE.sub("-\n", text)
    text = unicodedata.normalize("NFC", _CONTROL.sub("", text))
    return _SPACE_AT_END.sub("", text)[:limit].strip()


def one_line(text: str, limit: int) -> str:
    """Return text on one line with single spaces, at most ``limit`` characters of it."""
    return " ".join(normal_text(text, 4 * limit).split())[:limit]
