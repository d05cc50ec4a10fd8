"""PDFs that are small and cost their readers far too much, each in another way."""

import struct
import zlib
from pathlib import Path

from . import hostile_pdfs as make

FOLDER = Path(__file__).parent / "pdfs"
MB = 1024 * 1024
IMAGE = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent %d /Width %d /Height %d %s"
DRAWS = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %s >> >>"


def drawing(contents: bytes, resources: bytes, *more: bytes) -> bytes:
    """Return a PDF whose page has these instructions; what it draws is numbered from 5."""
    return make.written(make.stream(contents), *more, page=DRAWS % resources)


def picture(data: bytes, filters: bytes, width=10, height=10, bits=8, more: bytes = b"") -> bytes:
    """Return a PDF with a page that shows a picture."""
    entries = IMAGE % (bits, width, height, b"/Filter [%s] %s" % (filters, more))
    return drawing(b"/P Do", b"/XObject << /P 5 0 R >>", make.stream(data, entries))


def jpeg(width: int, height: int, later: int = 0, scans: int = 1) -> bytes:
    """Return the beginning of a JPEG of this size, whose height may come after the picture."""
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\1\x11\0"
    scan = b"\xff\xda" + struct.pack(">HB", 8, 1) + b"\1\0\0\x3f\0" + b"data"
    number_of_lines = b"\xff\xdc" + struct.pack(">HH", 4, later) if later else b""
    application = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + bytes(9)
    return b"\xff\xd8" + application + frame + scan * scans + number_of_lines + b"\xff\xd9" + bytes(12)


def jpx(width: int, height: int, boxed: bool = True) -> bytes:
    """Return the beginning of a JPEG 2000 picture, in boxes or as a bare code stream."""
    size = struct.pack(">HHIIIIIIIIH", 41, 0, width, height, 0, 0, width, height, 0, 0, 1) + b"\7\1\1"
    stream = b"\xff\x4f\xff\x51" + size + bytes(9)
    header = struct.pack(">I4sIIHBBBB", 22, b"ihdr", 10, 10, 1, 7, 7, 0, 0)
    return b"\0\0\0\x0cjP  \r\n\x87\n" + header + stream if boxed else stream


def jbig2(width: int, height: int) -> bytes:
    """Return the segment that says how large a JBIG2 page is."""
    return struct.pack(">IBBBIIIIIBH", 0, 48, 0, 1, 19, width, height, 0, 0, 0, 0) + bytes(9)


def inline(entries: bytes, data: bytes = b"\0\0\0") -> bytes:
    """Return a PDF with a picture within the instructions of its page."""
    return drawing(b"q 9 0 0 9 0 0 cm BI %s ID %s EI Q" % (entries, data), b"")


def nested_forms(levels: int, uses: int) -> bytes:
    """Return a PDF whose form draws a form so many times, which draws another, and so on."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F %d 0 R >> >>"
    forms = [make.stream(b"/F Do " * uses, form % (6 + level)) for level in range(levels)]
    return drawing(b"/F Do", b"/XObject << /F 5 0 R >>", *forms, make.stream(b"0 0 9 9 re f", form % 4))


def packed(number_of_bytes: int) -> bytes:
    """Return a PDF with a container of objects that holds mostly nothing."""
    return make.written(
        make.deflated(b"9 0 " + bytes(number_of_bytes)).replace(b"<< ", b"<< /Type /ObjStm /N 1 /First 4 ", 1)
    )


def lzw_zeros(codes: int) -> bytes:
    """Return LZW that repeats itself ever more: each code stands for one byte more than the one before."""
    width, number, out = 9, 258, []
    for code in [256, 0, *range(258, 258 + codes)]:
        out.append(f"{code:0{width}b}")
        number += code not in (256, 0)
        width = min(12, max(9, (number + 1).bit_length()))
    written = "".join(out) + "0" * 8
    return int(written[: len(written) // 8 * 8], 2).to_bytes(len(written) // 8)


def _pictures() -> dict[str, bytes]:
    zeros = zlib.compress(bytes(200 * MB), 9)
    return {
        **{path.stem: path.read_bytes() for path in FOLDER.glob("*bomb*.pdf")},
        "JPEG that is larger than declared": (
            FOLDER / "jpeg-declares-10x10-frame-65000x65000.pdf"
        ).read_bytes(),
        "progressive JPEG": picture(jpeg(60_000, 60_000), b"/DCTDecode"),
        "JPEG behind Flate": picture(zlib.compress(jpeg(60_000, 60_000)), b"/FlateDecode /DCTDecode"),
        "JPEG that is long at last": picture(jpeg(60_000, 0, later=60_000), b"/DCTDecode"),
        "JPEG drawn a thousand times": picture(jpeg(9000, 9000, scans=1000), b"/DCTDecode"),
        "JPX": picture(jpx(65_000, 65_000), b"/JPXDecode"),
        "JPX, bare": picture(jpx(65_000, 65_000, boxed=False), b"/JPXDecode"),
        "JBIG2": picture(jbig2(100_000, 100_000), b"/JBIG2Decode", bits=1),
        "fax": picture(
            b"\0\0\0", b"/CCITTFaxDecode", more=b"/DecodeParms << /K -1 /Columns 90000 /Rows 90000 >>"
        ),
        "page of JPEG data": drawing(b"", b"", make.stream(jpeg(60_000, 60_000), b"/Filter /DCTDecode")),
        "row without end": picture(
            zeros[:99], b"/Fl", more=b"/DecodeParms << /Predictor 15 /Columns 999999999 >>"
        ),
        "inline picture": inline(b"/W 14000 /H 14000 /BPC 1 /CS /G"),
        "inline picture, long names": inline(b"/Width 14000/Height 14000/BPC 8/CS/G/F/Fl"),
        "inline picture, disguised": inline(b"/#57 14000 %x\n /H %y\n 14000 /IM true"),
        "inline picture that grows": inline(b"/W 9 /H 9 /BPC 8 /CS /G /F [/Fl /Fl]", zlib.compress(zeros)),
        "inline JPEG": inline(b"/W 9 /H 9 /BPC 8 /CS /G /F /DCT", jpeg(60_000, 60_000)),
    }


def _instructions() -> dict[str, bytes]:
    tile = b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /Resources << >> "
    return {
        "forms in forms": nested_forms(9, 20),
        "forms in a deep row": nested_forms(150, 1),
        "runs": make.written(
            make.stream(zlib.compress(b"\x81\0" * (2 * MB)), b"/Filter [/Fl /RunLengthDecode]")
        ),
        "LZW": make.written(make.stream(zlib.compress(lzw_zeros(3800) * 40), b"/Filter [/Fl /LZW]")),
        "container of objects": packed(200 * MB),
        "tiny tiles": drawing(
            b"/Pattern cs /T scn 0 0 595 842 re f",
            b"/Pattern << /T 5 0 R >>",
            make.stream(b"0 0 9 9 re f", tile + b"/XStep 0.001 /YStep 0.001"),
        ),
        "long program": make.written(
            make.deflated(b"{" + b"1 pop " * MB + b"}").replace(
                b"<< ", b"<< /FunctionType 4 /Domain [0 1] ", 1
            )
        ),
        "table of a function": make.written(
            make.stream(b"", b"/FunctionType 0 /Size [9999 9999 9999] /BitsPerSample 8 /Range [0 1]")
        ),
        "page as large as a street": make.written(page=make.PAGE.replace(b"595 842", b"999999 999999")),
        "page in large units": make.written(
            page=make.PAGE.replace(b"/MediaBox", b"/UserUnit 900000 /MediaBox")
        ),
    }


def bombs() -> dict[str, bytes]:
    """Return all of them by name; making them takes seconds."""
    return _pictures() | _instructions()
