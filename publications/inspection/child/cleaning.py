"""Makes a copy of a PDF without what readers should not be handed."""

from typing import BinaryIO

import pikepdf

from ..limits import MAX_BYTES
from ..notes import NOTES
from .dictionaries import check_dictionary
from .envelope import check_surroundings
from .objects import Objects, check_objects
from .pages import find_pages
from .plain import plain
from .refusal import RefusalError
from .scan import Scan
from .whole import Content, opened

_FAR = 1024  # how far on a PDF may begin, in bytes


def clean(content: Content, out: BinaryIO) -> dict:
    """Write the copy; return what was removed, as codes, with whether a signature was lost by that.

    The copy is written anew: it has no earlier revisions, nothing that nothing leads to, no second keys, no
    security settings and nothing before or after it.

    Raises:
        RefusalError, pikepdf.PdfError: if it cannot be read, or no more than before.
    """
    start = content.find(b"%PDF-", 0, _FAR)
    if start < 0:
        raise RefusalError("not-a-pdf")
    removed = {"mixed"} if start else set()
    content = content[start:] if start else content
    scan, stream = Scan(content), pikepdf.AccessMode.stream
    with pikepdf.open(opened(content), suppress_warnings=True, access_mode=stream) as pdf:
        pages = find_pages(pdf)
        removed |= check_surroundings(content) | check_objects(pdf, scan)
        removed |= {"restricted"} if pdf.is_encrypted else set()
        _clean_objects(pdf)
        was_signed = _unsign(pdf)
        for page in pages:
            _drop_annotations(page.node)
        pdf.save(out, encryption=False, deterministic_id=True)
    if out.tell() > MAX_BYTES:
        raise RefusalError("too-big")
    gone = sorted(removed - (NOTES.keys() - {"restricted"}))
    return {"removed": gone, "was_signed": was_signed}


def _clean_objects(pdf) -> None:
    objects = Objects(pdf)
    for found in (pdf.trailer, *pdf.objects):
        waiting = [found]
        while waiting:
            one = waiting.pop()
            if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
                _clean(one, objects)
                held = [value for _, value in one.items()]
            else:
                held = list(one) if isinstance(one, pikepdf.Array) else []
            waiting += [
                part
                for part in held
                if isinstance(part, (pikepdf.Array, pikepdf.Dictionary)) and not part.is_indirect
            ]


def _clean(found, objects: Objects) -> None:
    """Take from a dictionary each entry without which less is wrong with it, and everything if that fails."""
    wrong = _refusals(found, objects)
    if not wrong:
        return
    for key in _keys(found):
        value = found[key]
        del found[key]
        left = _refusals(found, objects)
        if left < wrong:
            wrong = left
        else:
            found[key] = value
    if wrong:
        for key in _keys(found):
            del found[key]


def _keys(found) -> list[str]:
    """Return the keys that may go: those by which a stream is read are its own."""
    kept = {"/Length", "/Filter", "/DecodeParms"} if isinstance(found, pikepdf.Stream) else set()
    return [key for key in found.keys() if key not in kept]  # noqa: SIM118 - a PDF's dictionary is no dict


def _refusals(found, objects: Objects) -> set[str]:
    return {*check_dictionary(plain(found), objects.ask)} - NOTES.keys()


def _drop_annotations(page) -> None:
    """Drop the annotations of a page that lost their kind."""
    annotations = page.get("/Annots")
    if isinstance(annotations, pikepdf.Array):
        kept = [one for one in annotations if isinstance(one, pikepdf.Dictionary) and "/Subtype" in one]
        page.Annots = pikepdf.Array(kept)


def _unsign(pdf) -> bool:
    """Take out signatures, which no longer hold for a changed file, and return whether there were any."""
    was_signed = False
    for found in pdf.objects:
        if not isinstance(found, pikepdf.Dictionary):
            continue
        value = found.get("/V")
        if isinstance(value, pikepdf.Dictionary) and ("/ByteRange" in value or value.get("/Type") == "/Sig"):
            del found["/V"]
            was_signed = True
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/SigFlags" in form:
        del form["/SigFlags"]
    if "/Perms" in pdf.Root:
        del pdf.Root["/Perms"]
    return was_signed
