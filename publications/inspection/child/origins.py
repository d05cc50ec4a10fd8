"""What a PDF says of the people and machines that made it, which every reader of the file can see."""

import html
import re
from itertools import chain

import pikepdf

from .wording import one_line

MAX_VALUE = 120
MAX_ENTRIES = 30
MAX_XMP = 1024 * 1024
# By the word that editors read: names in the information dictionary, and in XMP.
_WORDS = {
    "author": ("/Author", "dc:creator", "pdf:Author", "xmp:Author", "photoshop:AuthorsPosition"),
    "organisation": ("/Company", "/Manager", "pdfx:Company", "pdfx:Manager"),
    "software": (
        "/Creator", "/Producer", "xmp:CreatorTool", "pdf:Producer", "pdf:Creator", "stEvt:softwareAgent",
    ),
    "date": (
        "/CreationDate", "/ModDate", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "stEvt:when",
    ),
}  # fmt: skip
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_TAG = re.compile(r"<[^<>]{0,1000}>")
# On a drive, on a server, in a home folder, at an address that leads to a file.
_PATH = re.compile(r"(?:\b[A-Za-z]:[\\/]|\\\\[\w.-]|file:/|/(?:Users|home|Volumes|mnt)/)[^<>\"'\r\n]{1,150}")


def read_origins(pdf) -> list[list[str]]:
    """Return pairs of a word and a value, each once: author, organisation, software, day, place on a disk."""
    information = pdf.trailer.get("/Info", {})
    told = {}
    if isinstance(information, pikepdf.Dictionary):
        told = {name: str(value) for name, value in information.items() if isinstance(value, pikepdf.String)}
    xmp = _xmp(pdf.Root.get("/Metadata"))
    found: dict[tuple[str, str], None] = {}
    for word, names in _WORDS.items():
        values = chain.from_iterable(
            [told.get(name, "")] if name[0] == "/" else _values(xmp, name) for name in names
        )
        found |= {(word, _shown(word, value)): None for value in values}
    paths = _PATH.findall("\n".join([*told.values(), html.unescape(xmp)])[:MAX_XMP])
    found |= {("place on a disk", one_line(path, MAX_VALUE)): None for path in paths}
    return [list(pair) for pair in found if pair[1]][:MAX_ENTRIES]


def _xmp(metadata) -> str:
    if not isinstance(metadata, pikepdf.Stream):
        return ""
    return metadata.read_bytes()[:MAX_XMP].decode("utf-8", "replace")


def _values(xmp: str, name: str) -> list[str]:
    """Return what stands in the elements and attributes of the name; no XML parser, as for the title."""
    found = []
    for part in xmp.split(f"<{name}")[1 : MAX_ENTRIES + 1]:
        if part[:1] in (">", " ", "\n", "\r", "\t"):
            words = part[part.find(">") + 1 : part.find(f"</{name}")][: 20 * MAX_VALUE]
            found += _TAG.sub("\n", words).splitlines()
    for quote in "\"'":
        found += [part.partition(quote)[0] for part in xmp.split(f"{name}={quote}")[1 : MAX_ENTRIES + 1]]
    return [html.unescape(value) for value in found]


def _shown(word: str, value: str) -> str:
    """Return the value on one line; of a date its day, since people know the hour of their own work."""
    if word == "date":
        match = _PDF_DATE.match(value)
        return "-".join(part for part in match.groups() if part) if match else one_line(value, 10)
    return one_line(value, MAX_VALUE)
