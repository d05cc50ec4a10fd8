"""Walks all objects of a PDF, whether or not anything leads to them, so that nothing hides."""

import pikepdf

from ..limits import MAX_OBJECTS, MAX_PROGRAM_BYTES, MAX_SAMPLES
from .dictionaries import check_dictionary
from .plain import Ref, dictionaries, plain
from .refusal import RefusalError
from .scan import Scan
from .streams import StreamCounter


class Objects:
    """The objects of an open PDF, and, with a scan, those in its bytes that qpdf passes over."""

    def __init__(self, pdf, scan: Scan | None = None):
        self.pdf = pdf
        # Asking for them takes them away.
        self.warnings = [str(warning) for warning in pdf.get_warnings()]
        # The library keeps the last value of a key that stands twice; other programs keep the first.
        every = any("duplicated key" in warning for warning in self.warnings)
        self.hidden: dict[int, list] = {}
        for number, value in scan.hidden(pdf.get_xref_table(), every) if scan else ():
            self.hidden.setdefault(number, []).append(value)

    def ask(self, value) -> list:
        """Return what a value may be: itself, or what its reference leads to in any revision."""
        if not isinstance(value, Ref):
            return [value]
        try:
            found = [plain(self.pdf.get_object(*value))]
        except (ValueError, OverflowError, pikepdf.PdfError):
            found = []
        found = [one for one in found if one is not None]
        return [one for one in (*found, *self.hidden.get(value.number, [])) if not isinstance(one, Ref)]

    def check(self, found) -> set[str]:
        """Return the codes of all dictionaries that stand in an object itself."""
        return {code for one in dictionaries(found) for code in check_dictionary(one, self.ask)}


def check_objects(pdf, scan: Scan) -> set[str]:
    """Return the codes of what acts, or hides, and of what is to be noted.

    Raises:
        RefusalError: for what explodes, is damaged or too deep.
    """
    if len(pdf.objects) > MAX_OBJECTS:
        raise RefusalError("too-complex")
    counter = StreamCounter()
    for found in pdf.objects:
        if isinstance(found, pikepdf.Stream):
            _check_function(found, counter.check(found))
    objects = Objects(pdf, scan)
    codes = objects.check(plain(pdf.trailer))
    for found in pdf.objects:
        if isinstance(found, (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream)):
            codes |= objects.check(plain(found))
    for values in objects.hidden.values():
        for value in values:
            codes |= objects.check(value)
    # The library reads what is nested too deeply as nothing, and says so.
    if any("nest" in warning for warning in objects.warnings):
        raise RefusalError("too-complex")
    if counter.damage.found:
        codes.add("stream-end")
    return codes


def _check_function(stream, size: int) -> None:
    """Refuse a function, ``size`` bytes when decoded, that would take readers long to work out for each dot.

    Raises:
        RefusalError: "bomb".
    """
    kind = stream.get("/FunctionType")
    if kind == 4 and size > MAX_PROGRAM_BYTES:
        raise RefusalError("bomb")
    if kind == 0:
        values = len(stream.get("/Range", [0, 1])) // 2
        for count in stream.get("/Size", []):
            values *= max(1, int(count))
        if values > MAX_SAMPLES:
            raise RefusalError("bomb")
