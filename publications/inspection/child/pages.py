"""Counts the pages by walking their tree, before anything else trusts it."""

import pikepdf

from ..limits import MAX_DEPTH, MAX_PAGES
from .refusal import RefusalError


def count_pages(pdf) -> int:
    """Return the number of pages.

    Raises:
        RefusalError: "too-many-pages"; "too-complex" for too deep a tree; "damaged" for no page, or a loop.
    """
    waiting, seen, pages = [(pdf.Root.Pages, 1)], set(), 0
    if pdf.Root.Pages.get("/Count", 0) > MAX_PAGES:
        raise RefusalError("too-many-pages")
    while waiting:
        node, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise RefusalError("too-complex")
        if not isinstance(node, pikepdf.Dictionary):
            raise RefusalError("damaged")
        if "/Kids" not in node:
            pages += 1
        elif node.objgen in seen:
            raise RefusalError("damaged")
        else:
            if node.is_indirect:
                seen.add(node.objgen)
            waiting += [(kid, depth + 1) for kid in node.Kids]
        if pages + len(waiting) > MAX_PAGES + MAX_DEPTH:
            raise RefusalError("too-many-pages")
    if not pages:
        raise RefusalError("damaged")
    if pages > MAX_PAGES:
        raise RefusalError("too-many-pages")
    return pages
