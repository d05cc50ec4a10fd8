"""The bookmarks of a PDF as a table of contents."""

DEEPEST = 3
MAX_ENTRIES = 300
# More entries than these are folded.
SHOWN_OPEN = 12


def contents_of(outline: list[dict]) -> dict | None:
    """Return ``entries`` with ``title``, ``page`` and ``children``, or None if there are none.

    Deeper levels than ``DEEPEST`` are left out; ``is_cut`` says that there are more entries at the end.
    """
    listed = [entry for entry in outline if entry["level"] <= DEEPEST]
    top: list[dict] = []
    path = [top]
    for entry in listed[:MAX_ENTRIES]:
        # A level may be missing between two entries, so the path may be shorter than the level.
        del path[entry["level"] :]
        node = {"title": entry["title"], "page": entry["page"], "children": []}
        path[-1].append(node)
        path.append(node["children"])
    if not top:
        return None
    return {"entries": top, "is_long": len(listed) > SHOWN_OPEN, "is_cut": len(listed) > MAX_ENTRIES}
