"""How large pictures are: what their dictionary declares, and what their own data say."""

import struct
from collections.abc import Iterator

from ..limits import MAX_BILEVEL_PIXELS, MAX_PICTURE_PIXELS, MAX_PREDICTOR_ROW, MAX_SCANS
from .refusal import RefusalError

# The markers of a JPEG that begin a frame: all SOFn but DHT, JPG and DAC.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# Those without a length, and the one behind which coded data stand.
_SCAN, _HEIGHT_LATER = 0xDA, 0xDC
_NO_LENGTH = frozenset({0x00, 0x01, *range(0xD0, 0xD9), _SCAN})
_JBIG2_PAGE, _JBIG2_REGIONS = 48, frozenset({4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43})


def check_size(width, height, bits: int = 8) -> None:
    """Refuse a picture of too many dots. One dot of ink or paper takes a bit; the others are counted whole.

    Raises:
        RefusalError: "bomb".
    """
    most = MAX_BILEVEL_PIXELS if bits == 1 else MAX_PICTURE_PIXELS
    if _number(width) * _number(height) > most:
        raise RefusalError("bomb")


def check_frames(kind: str, data: bytes) -> None:
    """Refuse a picture whose own data say that it is too large, whatever its dictionary declares.

    Raises:
        RefusalError: "bomb".
    """
    sizes = {"jpeg": _jpeg, "jpx": _jpx, "jbig2": _jbig2}[kind]
    for width, height in sizes(data):
        check_size(width, height, 1 if kind == "jbig2" else 8)


def check_parameters(name: str, parameters, height=0) -> None:
    """Refuse what a filter's parameters make readers set aside, for a picture of so many rows.

    Raises:
        RefusalError: "bomb".
    """
    numbers = {key: _number(parameters.get(key)) for key in ("/Columns", "/Rows", "/Colors")}
    if name == "fax":
        check_size(numbers["/Columns"] or 1728, max(numbers["/Rows"], _number(height)), 1)
    elif (numbers["/Columns"] or 1) * (numbers["/Colors"] or 1) > MAX_PREDICTOR_ROW:
        raise RefusalError("bomb")


def _number(value) -> int:
    try:
        return max(0, int(value or 0))
    except (TypeError, ValueError, OverflowError):
        return 0


def _jpeg(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the size of each frame.

    Raises:
        RefusalError: "bomb", if the picture is drawn over and over.
    """
    at, width, scans = max(0, data.find(b"\xff\xd8")), 0, 0
    while 0 <= (at := data.find(b"\xff", at)) < len(data) - 9:
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            yield width, height
        if marker == _HEIGHT_LATER:
            yield width, struct.unpack_from(">H", data, at + 4)[0]
        scans += marker == _SCAN
        if scans > MAX_SCANS:
            raise RefusalError("bomb")
        if marker == 0xFF:
            at += 1
        elif marker in _NO_LENGTH:
            at += 2
        else:
            at += 2 + max(2, struct.unpack_from(">H", data, at + 2)[0])


def _jpx(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the sizes in the header box and in the code stream, wherever they stand."""
    at = data.find(b"ihdr")
    while 0 <= at <= len(data) - 12:
        height, width = struct.unpack_from(">II", data, at + 4)
        yield width, height
        at = data.find(b"ihdr", at + 4)
    at = data.find(b"\xff\x4f\xff\x51")
    while 0 <= at <= len(data) - 42:
        width, height = struct.unpack_from(">II", data, at + 8)
        layers = struct.unpack_from(">H", data, at + 40)[0]
        yield width * max(1, layers // 4), height
        at = data.find(b"\xff\x4f\xff\x51", at + 4)


def _jbig2(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the sizes of pages and regions, one segment after the other."""
    at = 0
    while at + 11 <= len(data):
        number, flags, count = struct.unpack_from(">IBB", data, at)
        referred = count >> 5
        at += 6
        if referred == 7:
            referred = struct.unpack_from(">I", data, at - 1)[0] & 0x1FFFFFFF
            at += 3 + (referred + 8) // 8
        at += referred * (1 if number <= 256 else 2 if number <= 65536 else 4)
        at += 4 if flags & 0x40 else 1
        if at + 12 > len(data):
            return
        length = struct.unpack_from(">I", data, at)[0]
        at += 4
        kind = flags & 63
        if kind == _JBIG2_PAGE or kind in _JBIG2_REGIONS:
            width, height = struct.unpack_from(">II", data, at)
            yield width, 0 if kind == _JBIG2_PAGE and height == 0xFFFFFFFF else height
        if length == 0xFFFFFFFF:  # the end is where a mark stands, and the count of rows behind it
            mark = b"\0\0" if data[at + 17 : at + 18] >= b"\1" else b"\xff\xac"
            end = data.find(mark, at + 18)
            if end < 0:
                return
            length = end + 6 - at
        at += length
