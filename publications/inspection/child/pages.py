"""Counts the pages by walking their tree, before anything else trusts it."""

import pikepdf

from ..limits import MAX_DEPTH, MAX_PAGES
from .refusal import RefusalError


def count_pages(pdf) -> int:
    """Return the number of pages.

    Raises:
        RefusalError: "too-many-pages"; "too-complex" for too deep a tree; "damaged" for no page, or a loop.
    """
    if pdf.Root.Pages.get("/Count", 0) > MAX_PAGES:
        raise RefusalError("too-many-pages")
    waiting, seen, pages = [(pdf.Root.Pages, 1)], set(), 0
    while waiting:
        node, depth = waiting.pop()
        if "/Kids" in node:
            waiting += [(kid, depth + 1) for kid in _kids(node, depth, seen)]
        else:
            pages += 1
        if pages + len(waiting) > MAX_PAGES + MAX_DEPTH:
            raise RefusalError("too-many-pages")
    if not pages:
        raise RefusalError("damaged")
    if pages > MAX_PAGES:
        raise RefusalError("too-many-pages")
    return pages


def _kids(node, depth: int, seen: set) -> list:
    """Return what is below a node, which must not be met twice."""
    if depth > MAX_DEPTH:
        raise RefusalError("too-complex")
    if node.objgen in seen:
        raise RefusalError("damaged")
    if node.is_indirect:
        seen.add(node.objgen)
    kids = list(node.Kids)
    if not all(isinstance(kid, pikepdf.Dictionary) for kid in kids):
        raise RefusalError("damaged")
    return kids
