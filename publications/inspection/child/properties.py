"""What a PDF says of itself: version, language, title, tags."""

import html
import re

import pikepdf

from ..limits import MAX_TITLE
from .origins import read_origins
from .wording import one_line

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
# Attributes hold no "<", so that each try ends at the next one.
_ATTRIBUTES = r"\b[^<>]*+>"
_XMP_TITLE = re.compile(
    rf"<dc:title{_ATTRIBUTES}\s*+<rdf:Alt{_ATTRIBUTES}\s*+<rdf:li{_ATTRIBUTES}([^<]*+)</rdf:li>"
)
_MAX_XMP = 1024 * 1024


def read_properties(pdf) -> dict:
    """Return the facts that stand in the catalogue and the information dictionary."""
    root = pdf.Root
    marked = root.get("/MarkInfo", {}).get("/Marked", False)
    return {
        "pdf_version": max(pdf.pdf_version, str(root.get("/Version", "")).lstrip("/"))[:8],
        "language": _language(root),
        "pdf_title": one_line(_xmp_title(root) or _information_title(pdf), MAX_TITLE),
        "is_tagged": bool(marked) and "/StructTreeRoot" in root,
        "origins": read_origins(pdf),
    }


def _language(root) -> str:
    found = _LANGUAGE.fullmatch(str(root.get("/Lang", "")).strip())
    return found[0].replace("_", "-")[:20] if found else ""


def _xmp_title(root) -> str:
    metadata = root.get("/Metadata")
    if not isinstance(metadata, pikepdf.Stream):
        return ""
    # Found by its pattern: an XML parser would be one more thing that hostile files can attack.
    found = _XMP_TITLE.search(metadata.read_bytes()[:_MAX_XMP].decode("utf-8", "replace"))
    return html.unescape(found[1]) if found else ""


def _information_title(pdf) -> str:
    information = pdf.trailer.get("/Info", {})
    title = information.get("/Title") if isinstance(information, pikepdf.Dictionary) else None
    return str(title) if isinstance(title, pikepdf.String) else ""
