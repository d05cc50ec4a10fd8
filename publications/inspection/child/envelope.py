"""What stands before, around and after the PDF itself, as bytes: nothing else may hide there."""

import re

from ..limits import MAX_OPENING_BYTES
from .refusal import RefusalError
from .whole import Content

_HEADER = re.compile(rb"%PDF-(?:1\.[0-7]|2\.0)(?=[\s%])")
_FIRST_OBJECT = re.compile(rb"(?<![0-9])[0-9]{1,10}[\s\0]+[0-9]{1,5}[\s\0]+obj(?![a-z])")
# Programs sign their work in one or two comments; what opens a page, an archive or a script is no comment.
_COMMENTS = re.compile(rb"\A(?:[\0\s]|%[^\r\n]*+[\r\n])*+")
_FOREIGN = re.compile(rb"<\s*[a-z!?/%]|PK\x03\x04|Rar!|7z\xbc\xaf|\x7fELF|#!|\xca\xfe\xba\xbe", re.IGNORECASE)
_ZIP_END = re.compile(rb"PK\x05\x06\0{4}|PK\x06\x07\0{4}")
_ZIP_END_REACH = 22 + 0xFFFF  # how far from the end programs look for the end of a ZIP
_END = b"%%EOF"
_NEAR = 1024
_LAST_LINES = re.compile(rb"startxref\s+[0-9]+\s*\Z")
_BLANKS = b"\0\t\n\f\r \x1a"
_MARK = b"\xef\xbb\xbf"


def without_blanks(content: Content) -> Content:
    """Return a PDF from its header on, if nothing but blanks or the mark of a Unicode text is before it."""
    start = content.find(b"%PDF-", 0, _NEAR)
    before = content[:start] if start > 0 else b""
    return content[start:] if before and not before.removeprefix(_MARK).strip(_BLANKS) else content


def check_start(content: Content) -> None:
    """Refuse what does not begin as a PDF.

    Raises:
        RefusalError: "not-a-pdf", or "mixed" if a PDF begins further on.
    """
    if content[:5] != b"%PDF-":
        raise RefusalError("mixed" if b"%PDF-" in content[:_NEAR] else "not-a-pdf")
    if not _HEADER.match(content):
        raise RefusalError("damaged")


def has_end(content: Content) -> bool:
    """Whether a file was not cut short: its last lines are there."""
    return content.rfind(_END) >= 0 or bool(_LAST_LINES.search(content, max(0, len(content) - _NEAR)))


def check_surroundings(content: Content) -> set[str]:
    """Return "mixed" for content before the first object or behind the end, "trailing" for a harmless rest.

    Raises:
        RefusalError: "damaged", if there is no end, or a part that was appended has none.
    """
    if not has_end(content):
        raise RefusalError("damaged")
    first = _FIRST_OBJECT.search(content, 0, MAX_OPENING_BYTES)
    opening = content[len("%PDF-1.x") : first.start()] if first else b"<!"
    if not _COMMENTS.fullmatch(opening) or _FOREIGN.search(opening):
        return {"mixed"}
    if _ZIP_END.search(content, max(0, len(content) - _ZIP_END_REACH)):
        return {"mixed"}
    end = content.rfind(_END)
    rest = content[end + len(_END) :].strip(_BLANKS) if end >= 0 else b""
    if not rest:
        return set()
    if _FIRST_OBJECT.search(rest):
        raise RefusalError("damaged")
    return {"mixed"} if len(rest) > _NEAR or _FOREIGN.search(rest) else {"trailing"}
