"""Walks the tree of pages, before anything else trusts it."""

from typing import NamedTuple

import pikepdf

from ..limits import MAX_DEPTH, MAX_PAGE_SIDE, MAX_PAGES
from .refusal import RefusalError

_INHERITED = ("/Resources", "/MediaBox")


class Page(NamedTuple):
    """A page with what it inherits; ``area`` in square points."""

    node: object
    resources: object
    area: float


def find_pages(pdf) -> list[Page]:
    """Return the pages in no special order.

    Raises:
        RefusalError: "too-many-pages"; "too-complex" for too deep a tree; "damaged" for no page, or a loop;
            "bomb" for a page as large as a street.
    """
    if pdf.Root.Pages.get("/Count", 0) > MAX_PAGES:
        raise RefusalError("too-many-pages")
    waiting: list[tuple] = [(pdf.Root.Pages, 1, {})]
    seen: set[tuple[int, int]] = set()
    pages: list[Page] = []
    while waiting:
        node, depth, above = waiting.pop()
        own = above | {key: node[key] for key in _INHERITED if key in node}
        if "/Kids" in node:
            waiting += [(kid, depth + 1, own) for kid in _kids(node, depth, seen)]
        else:
            pages.append(Page(node, own.get("/Resources"), _area(node, own.get("/MediaBox"))))
        if len(pages) + len(waiting) > MAX_PAGES + MAX_DEPTH:
            raise RefusalError("too-many-pages")
    if not pages:
        raise RefusalError("damaged")
    if len(pages) > MAX_PAGES:
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


def _area(node, box) -> float:
    """Return a page's area; a box that is none counts as A4, which is what readers show."""
    try:
        left, bottom, right, top = (float(number) for number in box)
        unit = max(1.0, float(node.get("/UserUnit", 1)))
    except (TypeError, ValueError):
        return 595.0 * 842
    width, height = abs(right - left) * unit, abs(top - bottom) * unit
    if not max(width, height) <= MAX_PAGE_SIDE:
        raise RefusalError("bomb")
    return width * height
