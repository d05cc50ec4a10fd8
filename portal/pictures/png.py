"""Takes out of a PNG (third edition) all that is not picture, without decoding it."""

import struct
import zlib

from .colour import slim_profile

_PICTURE = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT cICP mDCV cLLI bKGD acTL fcTL fdAT".split()
)
_MAX_PROFILE = 4 * 1024 * 1024
_PROFILE_NAME = b"ICC Profile"


def strip(data: bytes) -> bytes:
    """Return the PNG up to its end, with only the chunks of pixels, frames and colours.

    Raises:
        ValueError: if it does not follow its own structure to the end.
    """
    kept, at = [data[:8]], 8
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        chunk = data[at : at + 12 + length]
        if len(chunk) < 12 + length:
            break
        if kind in _PICTURE:
            kept.append(chunk)
        elif kind == b"iCCP":
            kept.append(_profile_chunk(chunk))
        if kind == b"IEND":
            return b"".join(kept)
        at += 12 + length
    raise ValueError("the end is missing")


def _profile_chunk(chunk: bytes) -> bytes:
    """Return the chunk with the bare profile, or nothing if that cannot be read."""
    name, _, packed = chunk[8:-4].partition(b"\0")
    reader = zlib.decompressobj()
    try:
        found = reader.decompress(packed[1:], _MAX_PROFILE)
    except zlib.error:
        return b""
    profile = slim_profile(found) if reader.eof else b""
    if not profile or (profile == found and name == _PROFILE_NAME and not reader.unused_data):
        return chunk if profile else b""
    body = b"iCCP" + _PROFILE_NAME + b"\0\0" + zlib.compress(profile)
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
