"""Why a picture is not stored, in sentences that say what to do; and the limits that they name."""

# All frames of an animation together. A photograph of today's telephones in full has 12 to 50 million; pages
# show 800 pixels across. 40 million take a second to read and 160 MB.
MAX_PIXELS = 40_000_000
# WebP can hold no more.
MAX_SIDE = 16_383
# A longer strip would be less than one pixel high once it is made small enough for a page.
MAX_RATIO = 100

UNKNOWN = (
    "This file is not a picture that the site can show. Save it as JPEG, PNG, WebP or AVIF and try again."
)
WRONG_NAME = (
    "The ending of this file's name says {ending}, but it is {kind}. Change the ending and try again."
)
BROKEN = "This picture is damaged or cut off, so it cannot be shown. Save it again and try once more."
TOO_MANY_PIXELS = (
    "This picture has more than {limit:,} million pixels, so it takes too long to read. Make it smaller, for "
    "example 4,000 pixels across, and try again."
)
TOO_LONG = "This picture has a side of more than {limit:,} pixels. Make it smaller and try again."
TOO_THIN = (
    "This picture is more than {limit} times as long as it is wide, so it would be too thin to see. "
    "Cut it and try again."
)
TOO_BIG = "This file is larger than {limit} MB. Make the picture smaller and try again."


class RefusedPictureError(ValueError):
    """The picture is not stored; the message says why and what to do."""


def refuse_size(width: int, height: int, frames: int) -> None:
    """Look at the size that a picture's head gives, before anything is made of it.

    Raises:
        RefusedPictureError: if it has too many pixels, in all frames together, or is too long or thin.
    """
    short, long = sorted((width, height))
    if width * height * frames > MAX_PIXELS:
        raise RefusedPictureError(TOO_MANY_PIXELS.format(limit=MAX_PIXELS // 1_000_000))
    if long > MAX_SIDE:
        raise RefusedPictureError(TOO_LONG.format(limit=MAX_SIDE))
    if long > MAX_RATIO * short:
        raise RefusedPictureError(TOO_THIN.format(limit=MAX_RATIO))
