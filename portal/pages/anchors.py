"""Addresses inside a page: each heading block gets an anchor that is unique on its page.

It never begins with "_", as all ids do that templates own: ``slugify`` takes that away.
"""

from collections import defaultdict

from django.utils.text import slugify


def anchors_in(stream) -> dict:
    """Return the anchor of every heading block of a page's body, in their order.

    An anchor is the heading's words; a number follows where they are taken already.
    """
    taken, numbers, anchors = set(), defaultdict(lambda: 2), {}
    for block in stream:
        if block.block_type != "heading":
            continue
        words = anchor = slugify(block.value) or "section"
        while anchor in taken:
            anchor = f"{words}-{numbers[words]}"
            numbers[words] += 1
        taken.add(anchor)
        anchors[block] = anchor
    return anchors
