"""What stands before, around and after the PDF itself, as bytes: nothing else may hide there."""

import re

from ..limits import MAX_OPENING_BYTES
from .refusal import RefusalError

_HEADER = re.compile(rb"%PDF-(?:1\.[0-7]|2\.0)(?=[\s%])")
_FIRST_OBJECT = re.compile(rb"(?<![0-9])[0-9]{1,10}[\s\0]+[0-9]{1,5}[\s\0]+obj(?![a-z])")
# Programs sign their work in one or two comments; what opens a page, an archive or a script is no comment.
_COMMENTS = re.compile(rb"(?:[\0\s]|%[^\r\n]*[\r\n])*")
_FOREIGN = re.compile(rb"<\s*[a-z!?/%]|PK\x03\x04|Rar!|7z\xbc\xaf|\x7fELF|#!|\xca\xfe\xba\xbe", re.IGNORECASE)
_ZIP_END = re.compile(rb"PK\x05\x06\0{4}|PK\x06\x07\0{4}")
_ZIP_END_REACH = 22 + 0xFFFF  # how far from the end programs look for the end of a ZIP
_END = b"%%EOF"
_NEAR = 1024


def check_start(content: bytes) -> None:
    """Refuse what does not begin as a PDF.

    Raises:
        RefusalError: "not-a-pdf", or "mixed" if a PDF begins further on.
    """
    if not content.startswith(b"%PDF-"):
        raise RefusalError("mixed" if b"%PDF-" in content[:_NEAR] else "not-a-pdf")
    if not _HEADER.match(content):
        raise RefusalError("damaged")


def check_surroundings(content: bytes) -> None:
    """Refuse a file with anything but comments before the first object, or anything after the end.

    Raises:
        RefusalError: "mixed", or "damaged" if there is no first object or no end.
    """
    first = _FIRST_OBJECT.search(content, 0, MAX_OPENING_BYTES)
    if not first:
        raise RefusalError("mixed")
    opening = content[len("%PDF-1.x") : first.start()]
    if not _COMMENTS.fullmatch(opening) or _FOREIGN.search(opening):
        raise RefusalError("mixed")
    end = content.rfind(_END)
    if end < 0:
        raise RefusalError("damaged")
    if content[end + len(_END) :].strip(b"\0\t\n\f\r "):
        raise RefusalError("mixed")
    if _ZIP_END.search(content, max(0, len(content) - _ZIP_END_REACH)):
        raise RefusalError("mixed")
