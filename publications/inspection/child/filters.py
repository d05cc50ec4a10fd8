"""Undoes the filters of streams in pieces of bounded size, so that nothing is decoded before it is counted.

Each filter takes and gives an iterable of bytes. Readers go on where the format is broken only at the end:
a wrong checksum or a missing end is told to ``Damage`` and is no error.
"""

import base64
import zlib
from collections.abc import Callable, Iterable, Iterator

from .refusal import RefusalError

PIECE = 256 * 1024  # bytes
_SPACE = b"\0\t\n\f\r "


class Damage:
    """What was found wrong with streams that can be read all the same."""

    def __init__(self):
        self.found = False

    def note(self) -> None:
        """Remember that a stream has an end or a checksum that is wrong."""
        self.found = True


def cut(data: bytes | memoryview) -> Iterator[bytes]:
    """Yield the bytes in pieces of at most ``PIECE``, so that a filter never holds more than one undone."""
    view = memoryview(data)
    for at in range(0, len(view), PIECE):
        yield bytes(view[at : at + PIECE])


def inflate(pieces: Iterable[bytes], damage: Damage) -> Iterator[bytes]:
    """Undo Flate. A wrong checksum is only noted: most readers do not even look at it.

    Raises:
        RefusalError: "damaged", if it is no such stream, or breaks off within.
    """
    inflater, opening, checksum, told = None, b"", 1, b""
    for piece in pieces:
        if inflater is None:
            opening += piece
            if len(opening.lstrip(_SPACE)) < 2:
                continue
            inflater, piece = _begun(opening)
        if inflater.eof:
            told += piece
        while piece and not inflater.eof:
            try:
                out = inflater.decompress(piece, PIECE)
            except zlib.error as error:
                raise RefusalError("damaged") from error
            checksum = zlib.adler32(out, checksum)
            yield out
            piece, told = inflater.unconsumed_tail, inflater.unused_data
        if len(told) >= 4:
            break
    while inflater and not inflater.eof and (out := inflater.decompress(b"", PIECE)):
        checksum = zlib.adler32(out, checksum)
        yield out
    is_whole = inflater is not None and inflater.eof and told[:4] == checksum.to_bytes(4)
    if opening.strip(_SPACE) and not is_whole:
        damage.note()


def _begun(opening: bytes):
    """Return what inflates a stream without its checksum, and the bytes behind the header."""
    at = 0 if _is_header(opening) else len(opening) - len(opening.lstrip(_SPACE))
    if not _is_header(opening[at:]):
        raise RefusalError("damaged")
    return zlib.decompressobj(-zlib.MAX_WBITS), opening[at + 2 :]


def _is_header(data: bytes) -> bool:
    return len(data) >= 2 and data[0] & 15 == 8 and (data[0] << 8 | data[1]) % 31 == 0


def ascii_hex(pieces: Iterable[bytes], damage: Damage) -> Iterator[bytes]:
    """Undo ASCIIHex.

    Raises:
        RefusalError: "damaged", for anything but digits.
    """
    left = b""
    for piece in pieces:
        digits, end, _ = piece.partition(b">")
        digits = left + digits.translate(None, _SPACE)
        if end and len(digits) % 2:
            digits += b"0"
        left = digits[len(digits) // 2 * 2 :]
        try:
            yield bytes.fromhex(digits[: len(digits) - len(left)].decode("latin-1"))
        except ValueError as error:
            raise RefusalError("damaged") from error
        if end:
            return
    damage.note()
    if left:
        yield bytes.fromhex((left + b"0").decode("latin-1"))


def ascii_85(pieces: Iterable[bytes], damage: Damage) -> Iterator[bytes]:
    """Undo ASCII85.

    Raises:
        RefusalError: "damaged", for what is no such text.
    """
    left, first = b"", True
    for piece in pieces:
        text, end, _ = piece.partition(b"~")
        text = left + text.translate(None, _SPACE)
        if first:
            text, first = text.removeprefix(b"<~"), False
        # Groups of five, but for "z", which is a whole one.
        whole = len(text) if end else _whole_groups(text)
        left = text[whole:]
        yield _from_85(text[:whole])
        if end:
            return
    damage.note()
    yield _from_85(left)


def _whole_groups(text: bytes) -> int:
    since = text.rfind(b"z") + 1
    return since + (len(text) - since) // 5 * 5


def _from_85(text: bytes) -> bytes:
    try:
        return base64.a85decode(text)
    except ValueError as error:
        raise RefusalError("damaged") from error


def run_length(pieces: Iterable[bytes], damage: Damage) -> Iterator[bytes]:
    """Undo RunLength."""
    left = b""
    for piece in pieces:
        data, at, out, size = left + piece, 0, [], 0
        while at < len(data) and data[at] != 128:
            length = data[at]
            need = length + 2 if length < 128 else 2
            if at + need > len(data):
                break
            run = data[at + 1 : at + need] if length < 128 else data[at + 1 : at + 2] * (257 - length)
            out.append(run)
            size += len(run)
            at += need
            if size >= PIECE:
                yield b"".join(out)
                out, size = [], 0
        yield b"".join(out)
        left = data[at:]
        if left[:1] == b"\x80":
            return
    damage.note()
    if left and left[0] < 128:
        yield left[1:]


def lzw(pieces: Iterable[bytes], damage: Damage, early: int = 1) -> Iterator[bytes]:
    """Undo LZW; ``early`` is 1 if codes get longer one code before they must.

    Raises:
        RefusalError: "damaged", for a code that stands for nothing.
    """
    base = [bytes([value]) for value in range(256)] + [b"", b""]
    table, last, width = base[:], b"", 9
    bits = held = 0
    for piece in pieces:
        out, size = list[bytes](), 0
        for byte in piece:
            bits, held = (bits << 8 | byte), held + 8
            if held < width:
                continue
            held -= width
            code, bits = bits >> held, bits & ((1 << held) - 1)
            if code == 256:
                table, last, width = base[:], b"", 9
                continue
            if code == 257:
                yield b"".join(out)
                return
            if code < len(table):
                word = table[code]
            elif code == len(table) and last:
                word = last + last[:1]
            else:
                raise RefusalError("damaged")
            if last and len(table) < 4096:
                table.append(last + word[:1])
            last = word
            width = min(12, max(9, (len(table) + early).bit_length()))
            out.append(word)
            size += len(word)
            if size >= PIECE:
                yield b"".join(out)
                out, size = [], 0
        yield b"".join(out)
    damage.note()


FILTERS: dict[str, Callable] = {
    "/FlateDecode": inflate,
    "/Fl": inflate,
    "/ASCIIHexDecode": ascii_hex,
    "/AHx": ascii_hex,
    "/ASCII85Decode": ascii_85,
    "/A85": ascii_85,
    "/RunLengthDecode": run_length,
    "/RL": run_length,
    "/LZWDecode": lzw,
    "/LZW": lzw,
}
# Their pictures say how large they are: see ``pictures``.
PICTURES = {
    "/DCTDecode": "jpeg",
    "/DCT": "jpeg",
    "/JPXDecode": "jpx",
    "/JBIG2Decode": "jbig2",
    "/CCITTFaxDecode": "fax",
    "/CCF": "fax",
}
