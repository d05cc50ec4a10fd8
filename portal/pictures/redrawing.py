"""Draws a picture again where that cannot be avoided: it lies on its side, or browsers cannot show it so."""

from io import BytesIO

from PIL import ImageCms, ImageSequence

from . import webp
from .colour import slim_profile
from .reading import open_picture

# What browsers show. All else becomes grey, or the three colours.
SHOWN_MODES = {"1", "L", "LA", "P", "RGB", "RGBA"}
# The highest qualities that are worth their bytes: nobody can tell the copy from what was sent.
# PNG loses nothing, nor does a WebP that lost nothing before.
_OPTIONS = {
    "JPEG": {"quality": 95, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 95, "method": 4},
    "AVIF": {"quality": 90, "speed": 8},
}


def redrawn(data: bytes, kind: str, turn=None) -> bytes:
    """Return the picture turned, in colours that browsers show, with its colour profile and nothing else."""
    with open_picture(data, kind) as picture:
        profile = slim_profile(picture.info.get("icc_profile") or b"")
        options = dict(_OPTIONS[kind])
        if kind == "WEBP" and webp.is_lossless(data):
            options["lossless"] = True
        if getattr(picture, "is_animated", False):
            frames = [
                (frame.copy(), frame.info.get("duration", 0)) for frame in ImageSequence.Iterator(picture)
            ]
            options |= {"duration": [duration for _, duration in frames], "save_all": True}
            first, *others = [frame for frame, _ in frames]
            options["append_images"] = [_bare(frame) for frame in others]
        else:
            first = picture.copy() if turn is None else picture.transpose(turn)
    if first.mode not in SHOWN_MODES:
        first, profile = _shown(first, profile)
    out = BytesIO()
    _bare(first).save(out, kind, icc_profile=profile or None, **options)
    return out.getvalue()


def _bare(picture):
    """Return the picture without what it remembers of its file."""
    kept = {name: picture.info[name] for name in ("transparency",) if name in picture.info}
    picture = picture.copy()
    picture.info = kept
    return picture


def _shown(picture, profile: bytes):
    """Return the picture in a mode that browsers show, and the profile that is true of it then."""
    if picture.mode.startswith("I") or picture.mode == "F":
        # 65,536 steps of grey; Pillow's own way to 256 would make all but the darkest white.
        return picture.convert("I").point(lambda grey: grey / 257).convert("L"), b""
    if picture.mode == "CMYK" and profile:
        try:
            printed = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(
                picture, printed, ImageCms.createProfile("sRGB"), outputMode="RGB"
            ), b""
        except ImageCms.PyCMSError:
            pass  # a profile of something else: printed colours as they usually are
    return picture.convert("RGB"), b""
