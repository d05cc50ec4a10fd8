"""Takes out of a JPEG (ITU-T T.81) all that is not picture, without decoding it."""

import re

from .colour import slim_profile

# Of the bytes FF that may fill the room before a marker, only the last.
_MARKER = re.compile(rb"\xff([\x02-\xcf\xd8-\xfe])")
_END = 0xD9
_ICC = b"ICC_PROFILE\0"
_MAX_ICC_PART = 65_519
# Frames (C0 to CF hold also the tables of Huffman and arithmetic codes), scans, tables, intervals, lines.
_PICTURE = {*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD}


def strip(data: bytes) -> bytes:
    """Return the JPEG up to its end, with frames, tables, scans, density, colour transform and profile only.

    Raises:
        ValueError: if it does not follow its own structure to the end.
    """
    kept, profile, profile_at = [data[:2]], {}, None
    at, in_scan = 2, False
    while found := _MARKER.search(data, at):
        if in_scan:
            kept.append(data[at : found.start()])
        marker, start = found[1][0], found.end()
        if marker == _END:
            kept.append(b"\xff\xd9")
            if profile:
                kept[profile_at:profile_at] = _profile_segments(profile)
            return b"".join(kept)
        if marker == 0xD8:
            raise ValueError("a picture begins inside the picture")
        body = _body(data, start)
        at, in_scan = start + 2 + len(body), marker == 0xDA
        if marker == 0xE2 and body.startswith(_ICC):
            profile_at = len(kept) if profile_at is None else profile_at
            profile[body[12:13]] = body[14:]
        elif small := _kept_part(marker, body):
            kept.append(bytes((0xFF, marker)) + (len(small) + 2).to_bytes(2) + small)
    raise ValueError("the end is missing")


def _body(data: bytes, start: int) -> bytes:
    length = int.from_bytes(data[start : start + 2])
    if length < 2 or start + length > len(data):
        raise ValueError("a segment is cut off")
    return data[start + 2 : start + length]


def _kept_part(marker: int, body: bytes) -> bytes:
    """Return what is kept of a segment: its picture; of JFIF the density, of Adobe's the colour transform."""
    if marker in _PICTURE:
        return body
    if marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 14:
        return body[:12] + b"\0\0"  # its thumbnail: none
    if marker == 0xEE and body.startswith(b"Adobe") and len(body) >= 12:
        return body[:12]
    return b""


def _profile_segments(parts: dict[bytes, bytes]) -> list[bytes]:
    profile = slim_profile(b"".join(parts[number] for number in sorted(parts)))
    cut = [profile[at : at + _MAX_ICC_PART] for at in range(0, len(profile), _MAX_ICC_PART)]
    return [
        b"\xff\xe2" + (len(part) + 16).to_bytes(2) + _ICC + bytes((number, len(cut))) + part
        for number, part in enumerate(cut, 1)
    ]
