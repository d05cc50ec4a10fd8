"""What streams hold when they are decompressed, counted without keeping it."""

import zlib
from collections.abc import Iterable, Iterator

import pikepdf

from ..limits import MAX_ALL_STREAMS_BYTES, MAX_FILTERS, MAX_STREAM_BYTES
from .refusal import RefusalError

_FLATE = {"/FlateDecode", "/Fl"}
# Their pictures' pixels are counted instead.
_PICTURES = {"/DCTDecode", "/DCT", "/JPXDecode", "/CCITTFaxDecode", "/CCF", "/JBIG2Decode"}
_CHUNK = 1024 * 1024


def _inflate(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the decompressed bytes, a piece at a time."""
    inflater = zlib.decompressobj()
    for chunk in chunks:
        while chunk and not inflater.eof:
            yield inflater.decompress(chunk, _CHUNK)
            chunk = inflater.unconsumed_tail


def _filters(stream) -> list[str]:
    value = stream.get("/Filter", [])
    return [str(name) for name in ([value] if isinstance(value, pikepdf.Name) else value)]


def _pieces(stream, filters: list[str]) -> Iterable[bytes]:
    """Return what comes out of the filters, as far as they are not those of pictures."""
    rest = [name for name in filters if name not in _PICTURES]
    if not set(rest) <= _FLATE:
        return [stream.read_bytes()] if rest == filters else [stream.read_raw_bytes()]
    pieces: Iterable[bytes] = [stream.read_raw_bytes()]
    for _ in rest:
        pieces = _inflate(pieces)
    return pieces


class StreamCounter:
    """Adds up what the streams of one file hold."""

    def __init__(self):
        self.total = 0

    def check(self, stream) -> None:
        """Count one stream.

        Raises:
            RefusalError: "bomb", if it or all so far hold too much; "damaged", if it cannot be read.
        """
        filters = _filters(stream)
        if len(filters) > MAX_FILTERS:
            raise RefusalError("bomb")
        size = 0
        try:
            for piece in _pieces(stream, filters):
                size += len(piece)
                if size > MAX_STREAM_BYTES or self.total + size > MAX_ALL_STREAMS_BYTES:
                    raise RefusalError("bomb")
        except zlib.error as error:
            raise RefusalError("damaged") from error
        self.total += size
