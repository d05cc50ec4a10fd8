"""Addresses inside a page: each heading block gets an anchor that is unique on its page."""

from django.utils.text import slugify

# The ids that the templates of many page types use; those of one type are in its ``reserved_anchors``.
RESERVED = {
    "another-format",
    "figures",
    "get-it",
    "guidance",
    "later-editions",
    "main",
    "other-figures",
    "points",
    "rail-title",
    "related-categories",
    "search-words",
    "take-the-figures-away",
    "what-this-does-not-mean",
}


def headings_of(page) -> list[dict]:
    """Return ``{"anchor", "text", "id"}`` for every heading block of the page's body.

    An anchor is the heading's words; a number follows where they are taken already.
    """
    taken, headings = RESERVED | set(getattr(page, "reserved_anchors", ())), []
    for block in getattr(page, "body", None) or ():
        if block.block_type != "heading":
            continue
        words = slugify(block.value) or "section"
        anchor, number = words, 2
        while anchor in taken:
            anchor, number = f"{words}-{number}", number + 1
        taken.add(anchor)
        headings.append({"anchor": anchor, "text": block.value, "id": block.id})
    return headings


def anchor_of(text: str, block_id: str | None, page) -> str:
    """Return the anchor of one heading of the page, or one made of its words alone."""
    found = (heading["anchor"] for heading in headings_of(page) if heading["id"] == block_id)
    return next(found, slugify(text) or "section")
