"""Addresses inside a page: each heading block gets an anchor that is unique on its page."""

from django.utils.text import slugify


def anchor_of(text: str, block_id: str | None, stream) -> str:
    """Return the anchor of a heading: its words, and a number where the words come twice."""
    wanted = slugify(text) or "section"
    seen = 0
    for block in stream or ():
        if block.block_type != "heading":
            continue
        if block.id == block_id:
            break
        seen += slugify(block.value) == wanted
    return f"{wanted}-{seen + 1}" if seen else wanted


def headings_of(stream) -> list[dict]:
    """Return ``{"anchor", "text"}`` for every heading block of the stream."""
    return [
        {"anchor": anchor_of(block.value, block.id, stream), "text": block.value}
        for block in stream
        if block.block_type == "heading"
    ]
