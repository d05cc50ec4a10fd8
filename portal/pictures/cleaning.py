"""From the bytes that somebody sent to the bytes that are stored."""

from django.conf import settings
from PIL import Image, ImageFile

from . import avif, jpeg, png, webp
from .reading import open_picture, turn_of
from .redrawing import SHOWN_MODES, redrawn
from .refusals import BROKEN, MAX_PIXELS, TOO_BIG, TOO_MANY_PIXELS, UNKNOWN, RefusedPictureError, refuse_size

_STRIP = {"JPEG": jpeg.strip, "PNG": png.strip, "WEBP": webp.strip}


def kind_of(data: bytes) -> str:
    """Return which of the kinds of picture that the site takes these bytes are, by their first ones.

    Raises:
        RefusedPictureError: if they are none.
    """
    if data[:3] == b"\xff\xd8\xff":
        return "JPEG"
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp" and any(brand in data[8:40] for brand in (b"avif", b"avis")):
        return "AVIF"
    raise RefusedPictureError(UNKNOWN)


def cleaned(data: bytes) -> bytes:
    """Return the picture with nothing beside it: no place, camera, person, comment, thumbnail or second file.

    A clean picture comes back byte for byte, so that cleaning twice changes nothing. Colour profile and
    animation stay. It is drawn again only if it must be turned upright or shown in other colours.

    Raises:
        RefusedPictureError: if the site could not show it.
    """
    if len(data) > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        raise RefusedPictureError(TOO_BIG.format(limit=settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE // 1024**2))
    kind = kind_of(data)
    try:
        turn = _look_at_head(data, kind)
        bare = _STRIP[kind](data) if kind in _STRIP else data
        mode = _decode(bare, kind)
        if turn is not None or mode not in SHOWN_MODES or (kind == "AVIF" and not avif.is_plain(data)):
            return redrawn(bare, kind, turn)
    except RefusedPictureError:
        raise
    except Image.DecompressionBombError as error:
        raise RefusedPictureError(TOO_MANY_PIXELS.format(limit=MAX_PIXELS // 1_000_000)) from error
    # Pillow raises nearly anything over a file that somebody broke on purpose.
    except Exception as error:
        raise RefusedPictureError(BROKEN) from error
    return bare


def _look_at_head(data: bytes, kind: str):
    """Refuse a size that is too much; return how the picture is to be turned, or None."""
    with open_picture(data, kind) as picture:
        # A JPEG's further pictures, such as a telephone's second lens, are cut off.
        frames = 1 if kind == "JPEG" else getattr(picture, "n_frames", 1)
        refuse_size(*picture.size, frames)
        return turn_of(picture, kind) if frames == 1 else None


def _decode(data: bytes, kind: str) -> str:
    """Read all pixels once, and return the mode they are in."""
    # A switch for the whole process, which other libraries turn on; half a picture is none here.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with open_picture(data, kind) as picture:
        picture.load()
        return picture.mode
