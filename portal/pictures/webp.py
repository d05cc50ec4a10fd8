"""Takes out of a WebP (RFC 9649) all that is not picture, without decoding it."""

from collections.abc import Iterator

from .colour import slim_profile

_PICTURE = {b"VP8 ", b"VP8L", b"ALPH", b"ANIM"}
_HAS_PROFILE, _HAS_METADATA = 0x20, 0x08 | 0x04
_FRAME_HEAD = 16


def strip(data: bytes) -> bytes:
    """Return the WebP up to its end, with only the chunks of pixels, frames and colours.

    Raises:
        ValueError: if it does not follow its own structure to the end.
    """
    size = int.from_bytes(data[4:8], "little")
    if size + 8 > len(data):
        raise ValueError("the end is missing")
    chunks = list(_chunks(data[12 : 8 + size]))
    profile = slim_profile(next((body for kind, body in chunks if kind == b"ICCP"), b""))
    kept = b"".join(_written(kind, _kept_part(kind, body, profile)) for kind, body in chunks)
    return b"RIFF" + (len(kept) + 4).to_bytes(4, "little") + b"WEBP" + kept


def is_lossless(data: bytes) -> bool:
    """Whether the pixels are kept exactly as they were drawn."""
    return any(kind == b"VP8L" for kind, _ in _chunks(data[12 : 8 + int.from_bytes(data[4:8], "little")]))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > len(data):
            raise ValueError("a chunk is cut off")
        yield data[at : at + 4], data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _written(kind: bytes, body: bytes) -> bytes:
    return kind + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2) if body else b""


def _kept_part(kind: bytes, body: bytes, profile: bytes) -> bytes:
    """Return what is kept of a chunk; nothing of one that holds no picture."""
    if kind == b"VP8X":
        unset = _HAS_METADATA | (0 if profile else _HAS_PROFILE)
        return bytes((body[0] & ~unset & 0xFF,)) + body[1:10] if len(body) >= 10 else b""
    if kind == b"ICCP":
        return profile
    if kind == b"ANMF":
        inside = ((name, part) for name, part in _chunks(body[_FRAME_HEAD:]) if name in _PICTURE)
        return body[:_FRAME_HEAD] + b"".join(_written(name, part) for name, part in inside)
    return body if kind in _PICTURE else b""
