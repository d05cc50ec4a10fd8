"""Walks all objects of a PDF, whether or not anything leads to them, so that nothing hides."""

import pikepdf

from ..limits import MAX_DEPTH, MAX_OBJECTS
from .dictionaries import check_dictionary
from .refusal import RefusalError
from .streams import StreamCounter


def _children(found) -> list:
    if isinstance(found, pikepdf.Array):
        return list(found)
    return [found[key] for key in found.keys()]  # noqa: SIM118 - a PDF's dictionary is no dict


def _check(found) -> None:
    """Check an object and all that it holds itself; what it refers to is an object of its own."""
    waiting = [(found, 1)]
    while waiting:
        one, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise RefusalError("too-complex")
        if not isinstance(one, pikepdf.Array):
            check_dictionary(one)
        for child in _children(one):
            if isinstance(child, (pikepdf.Array, pikepdf.Dictionary)) and not child.is_indirect:
                waiting.append((child, depth + 1))


def check_objects(pdf) -> None:
    """Refuse a PDF with anything that acts, hides or explodes.

    Raises:
        RefusalError: with the code of the reason.
    """
    if len(pdf.objects) > MAX_OBJECTS:
        raise RefusalError("too-complex")
    counter = StreamCounter()
    _check(pdf.trailer)
    for found in pdf.objects:
        if isinstance(found, (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream)):
            _check(found)
        if isinstance(found, pikepdf.Stream):
            counter.check(found)
    _check_catalogue(pdf.Root)
    # The library reads what is nested too deeply as nothing, and says so.
    if any("nested" in warning for warning in map(str, pdf.get_warnings())):
        raise RefusalError("too-complex")


def _check_catalogue(root) -> None:
    if "/Collection" in root or len(root.get("/AF", [])):
        raise RefusalError("attachment")
    if "/XFA" in root.get("/AcroForm", {}):
        raise RefusalError("xfa")
