"""Colour profiles (ICC.1:2022) with nothing in them but what colours need."""

import struct

_HEAD = 128
_MAX_TAGS = 100
_COLOUR_TAGS = frozenset(
    b"rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt bkpt chad chrm lumi A2B0 A2B1 A2B2 A2B3 B2A0 B2A1 B2A2 B2A3 "
    b"D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 gamt pre0 pre1 pre2 cicp ciis view vued meas tech desc cprt "
    b"dmnd dmdd".split()
)


def slim_profile(profile: bytes) -> bytes:
    """Return the profile without tags that say more than colours do; nothing if it is no profile.

    Profiles that a computer makes for its own screen name it, and sometimes its user, in tags of their own.
    A profile that has no such tags comes back byte for byte.
    """
    if len(profile) < _HEAD + 4 or profile[36:40] != b"acsp":
        return b""
    (count,) = struct.unpack_from(">I", profile, _HEAD)
    if not 0 < count <= _MAX_TAGS or len(profile) < _HEAD + 4 + 12 * count:
        return b""
    tags = [struct.unpack_from(">4sII", profile, _HEAD + 4 + 12 * number) for number in range(count)]
    (length,) = struct.unpack_from(">I", profile)
    end = max(_HEAD + 4 + 12 * count, *(start + size for _, start, size in tags))
    if end > len(profile) or not end <= length <= end + 3:
        return b""
    if all(name in _COLOUR_TAGS for name, _, _ in tags):
        return profile[:length]
    return _rebuilt(profile, [tag for tag in tags if tag[0] in _COLOUR_TAGS])


def _rebuilt(profile: bytes, tags: list[tuple[bytes, int, int]]) -> bytes:
    """Return a profile of the same head and these tags; equal ones share their bytes."""
    at = _HEAD + 4 + 12 * len(tags)
    table, body, places = [], b"", {}
    for name, start, size in tags:
        value = profile[start : start + size]
        if value not in places:
            places[value] = at + len(body)
            body += value + b"\0" * (-len(value) % 4)
        table.append(struct.pack(">4sII", name, places[value], size))
    # Bytes 84 to 99 hold a checksum of the whole, which may be left out.
    head = profile[4:84] + bytes(16) + profile[100:_HEAD]
    return struct.pack(">I", at + len(body)) + head + struct.pack(">I", len(tags)) + b"".join(table) + body
