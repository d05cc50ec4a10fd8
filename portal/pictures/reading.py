"""Opens a picture as the one kind that its first bytes say it is, and as nothing else."""

import warnings
from io import BytesIO

from PIL import Image

_ORIENTATION = 0x0112
# How a picture with each number of Exif's "Orientation" is brought upright.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def open_picture(data: bytes, kind: str):
    """Return Pillow's picture; only its head is read."""
    with warnings.catch_warnings():
        # Of sizes, where our own limit is lower, and of second pictures in a JPEG, which are cut off.
        warnings.simplefilter("ignore")
        return Image.open(BytesIO(data), formats=[kind])


def turn_of(picture, kind: str):
    """Return how the picture is to be turned or mirrored, or None if it stands upright or says nothing."""
    try:
        return TURNS.get(picture.getexif().get(_ORIENTATION))
    except (OSError, SyntaxError, TypeError, ValueError):
        if kind == "PNG":
            raise  # it is decoded on the way to its Exif
        return None
