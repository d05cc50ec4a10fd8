"""What the text edition shows of a page's body: help routes in a form of its own, all else in plain words."""

from collections.abc import Iterator

from portal.blocks.quoting import quoted, shown

# 999 and 101 stand above every text, and a table of what the routes say already is no help on a small screen.
LEFT_OUT = ("emergency", "route_comparison", "content_note")
ROUTES, POINTS = "help_routes", "points_from_page"


def parts_of(page, restricted_paths: tuple[str, ...]) -> Iterator[dict]:
    """Yield the parts of a page's body in order.

    Each has the ``block`` to show as it is, or the help ``routes`` in its place; ``instead`` is the page
    that a short text links where the block repeats what that page says.
    """
    for block in page.body:
        if block.block_type == ROUTES:
            routes = quoted("guidance.HelpRoute", block.value["routes"])["routes"]
            yield {"block": None, "routes": routes, "instead": None}
        elif block.block_type not in LEFT_OUT:
            repeats = [block.value["page"]] if block.block_type == POINTS else []
            public = shown(repeats, {"restricted_paths": restricted_paths})
            yield {"block": block, "routes": [], "instead": next(iter(public), None)}


def routes_in(parts: list[dict]) -> list:
    """Return each help route of the parts once, in order."""
    return list({route.pk: route for part in parts for route in part["routes"]}.values())
