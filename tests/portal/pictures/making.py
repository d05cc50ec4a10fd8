"""Pictures as cameras, telephones and programs write them, with words in them that must not be public."""

import struct
import warnings
import zlib
from io import BytesIO

from PIL import Image, ImageCms, PngImagePlugin

# In place of position, camera, person and comment. None of it may be in anything that is stored.
SECRETS = [b"SECRET-%d" % number for number in range(8)]
ICC = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
ORIENTATION, GPS, MAKER, THUMBNAIL_AT = 0x0112, 0x8825, 0x010F, 0x0201


def exif(orientation: int = 1) -> bytes:
    """Return Exif with a position, a camera and an orientation."""
    written = Image.Exif()
    written[ORIENTATION] = orientation
    written[MAKER] = SECRETS[0].decode()
    written[GPS] = {1: "N", 2: (51.0, 30.0, 12.0), 27: SECRETS[1]}
    return written.tobytes()


def drawing(size=(64, 40), mode="RGB"):
    """Return a picture whose left half is red and whose right half is blue, where the mode has colours."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    return picture if mode == "RGB" else picture.convert(mode)


def saved(picture, kind: str, **options) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def photograph(kind: str = "JPEG", orientation: int = 1, size=(64, 40)) -> bytes:
    """Return a picture of the kind with everything in it that its format can hold beside a picture."""
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRETS[2] + b"</x:xmpmeta>"
    options = {"exif": exif(orientation), "xmp": xmp, "icc_profile": ICC}
    if kind == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Author", SECRETS[3].decode())
        words.add_itxt("XML:com.adobe.xmp", xmp.decode())
        words.add_text("Comment", SECRETS[4].decode(), zip=False)
        options = {**options, "pnginfo": words}
        del options["xmp"]
    if kind == "JPEG":
        options["comment"] = SECRETS[3]
    return MORE[kind](saved(drawing(size), kind, **options))


def _more_jpeg(data: bytes) -> bytes:
    parts = [
        (0xED, b"Photoshop 3.0\0" + SECRETS[4]),
        (0xE2, b"MPF\0" + SECRETS[5]),
        (0xE0, b"JFXX\0\x10" + SECRETS[6]),
        (0xEB, SECRETS[6]),
    ]
    added = b"".join(bytes((0xFF, kind)) + struct.pack(">H", len(body) + 2) + body for kind, body in parts)
    # A telephone's film, or its second lens, follows the end.
    return (
        data[:2] + added + data[2:] + saved(drawing(), "JPEG", comment=SECRETS[7]) + b"ftypmp42" + SECRETS[7]
    )


def _more_png(data: bytes) -> bytes:
    body = b"prVt" + SECRETS[5]
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return data[:33] + chunk + data[33:] + SECRETS[7]


def _more_webp(data: bytes) -> bytes:
    inside = data[8:] + b"NOTE" + struct.pack("<I", len(SECRETS[5])) + SECRETS[5]
    return b"RIFF" + struct.pack("<I", len(inside)) + inside + SECRETS[7]


def _more_avif(data: bytes) -> bytes:
    return data + struct.pack(">I4s", 8 + len(SECRETS[7]), b"uuid") + SECRETS[7]


MORE = {"JPEG": _more_jpeg, "PNG": _more_png, "WEBP": _more_webp, "AVIF": _more_avif}


def secrets_in(data: bytes) -> list[bytes]:
    """Return which of the words that must not be public stand in the bytes, also where they are packed."""
    with warnings.catch_warnings(), BytesIO(data) as file:
        warnings.simplefilter("ignore")
        picture = Image.open(file)
        picture.load()
        told = repr((picture.info, dict(picture.getexif()))).encode()
    return [secret for secret in SECRETS if secret in data or secret in told]


def png_head(width: int, height: int, depth: int = 8) -> bytes:
    """Return a PNG that says it has this size, and holds no pixel: a small file that would grow."""
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0)),
        (b"IDAT", b""),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
