"""What streams hold when they are decoded, counted a piece at a time and without keeping it."""

from collections.abc import Iterable, Iterator

import pikepdf

from ..limits import MAX_ALL_STREAMS_BYTES, MAX_FILTERS, MAX_STREAM_BYTES
from .filters import FILTERS, PICTURES, Damage, cut, lzw
from .pictures import check_frames, check_parameters, check_size
from .refusal import RefusalError

type Parameters = pikepdf.Dictionary | dict
_IGNORED = {"/Crypt"}  # decrypted already, or not encrypted at all


def filters_of(stream) -> list[tuple[str, Parameters]]:
    """Return each filter's name with its parameters.

    Raises:
        RefusalError: "bomb", if there are too many of them.
    """
    names = _listed(stream.get("/Filter", stream.get("/F")), pikepdf.Name)
    if len(names) > MAX_FILTERS:
        raise RefusalError("bomb")
    given = _listed(stream.get("/DecodeParms", stream.get("/DP")), pikepdf.Dictionary)
    given += [{}] * (len(names) - len(given))
    both: list[tuple[str, Parameters]] = [
        (str(name), parameter if isinstance(parameter, pikepdf.Dictionary) else {})
        for name, parameter in zip(names, given, strict=False)
    ]
    return [(name, parameter) for name, parameter in both if name not in _IGNORED]


def _listed(value, kind) -> list:
    if isinstance(value, kind):
        return [value]
    return list(value) if isinstance(value, pikepdf.Array) else []


def raw_of(stream) -> memoryview:
    """Return a stream's bytes as they stand in the file: qpdf's own, not a second copy of them."""
    return memoryview(stream.get_raw_stream_buffer())


def decoded(
    raw: bytes | memoryview, filters: list[tuple[str, Parameters]], damage: Damage
) -> tuple[Iterable[bytes], str, Parameters]:
    """Return the pieces up to the filter of a picture, and that picture's kind and parameters, or none.

    Raises:
        RefusalError: "damaged", for an unknown filter.
    """
    pieces: Iterable[bytes] = cut(raw)
    for name, parameters in filters:
        if name in PICTURES:
            return pieces, PICTURES[name], parameters
        if name not in FILTERS:
            raise RefusalError("damaged")
        check_parameters("", parameters)
        early = parameters.get("/EarlyChange", 1)
        more = {"early": 0 if early == 0 else 1} if FILTERS[name] is lzw else {}
        pieces = FILTERS[name](limited(pieces), damage, **more)
    return pieces, "", {}


def limited(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces while they are within the limit: what comes between two filters is counted too."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MAX_STREAM_BYTES:
            raise RefusalError("bomb")
        yield piece


class StreamCounter:
    """Adds up what the streams of one file hold."""

    def __init__(self):
        self.total = 0
        self.damage = Damage()

    def pieces(self, stream) -> Iterator[bytes]:
        """Yield what a stream holds, counted.

        Raises:
            RefusalError: "bomb", if it or all so far hold too much; "damaged", if it cannot be read.
        """
        yield from self._counted(decoded(raw_of(stream), filters_of(stream), self.damage)[0])

    def _counted(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in limited(pieces):
            self.total += len(piece)
            if self.total > MAX_ALL_STREAMS_BYTES:
                raise RefusalError("bomb")
            yield piece

    def check(self, stream) -> int:
        """Count one stream, measure the picture that it may be, and return how many bytes it holds.

        Raises:
            RefusalError: as above.
        """
        before = self.total
        pieces, kind, parameters = decoded(raw_of(stream), filters_of(stream), self.damage)
        if str(stream.get("/Subtype", "")) == "/Image":
            check_size(stream.get("/Width", 0), stream.get("/Height", 0), depth(stream, kind))
        if kind in ("", "fax"):
            for _ in self._counted(pieces):
                pass
        else:
            check_frames(kind, b"".join(self._counted(pieces)))
        if kind == "fax":
            check_parameters(kind, parameters, stream.get("/Height", 0))
        shared = parameters.get("/JBIG2Globals") if kind == "jbig2" else None
        if isinstance(shared, pikepdf.Stream):
            check_frames(kind, b"".join(self.pieces(shared)))
        return self.total - before


def depth(picture, kind: str = "") -> int:
    """Return the bits of one dot, or 8 where that is not known."""
    if kind in ("fax", "jbig2") or picture.get("/ImageMask", picture.get("/IM")) is True:
        return 1
    bits = picture.get("/BitsPerComponent", picture.get("/BPC", 8))
    return int(bits) if isinstance(bits, int) else 8
