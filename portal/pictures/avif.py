"""Says whether an AVIF holds nothing but its picture.

Places in the file are counted from its start, so that nothing can be cut out of it as from the other kinds.
"""

_PICTURE = {b"ftyp", b"meta", b"mdat", b"moov"}
# Items of metadata, free text and boxes of a maker's own, wherever they are named. Pixels are not searched.
_MORE = (b"Exif", b"mime", b"uri ", b"udta", b"uuid", b"free", b"skip", b"xml ", b"XMP")


def is_plain(data: bytes) -> bool:
    """Whether no box of the file says anything but the picture, and nothing follows it."""
    at = 0
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        box = data[at : at + size]
        if size < 8 or len(box) < size or kind not in _PICTURE:
            return False
        if kind != b"mdat" and any(word in box for word in _MORE):
            return False
        at += size
    return at == len(data)
