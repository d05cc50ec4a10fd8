"""Which help routes stand under the title of a page, so that help is on the first screen of a phone."""

from ..audiences import Audience

MOST = 2


def _is_for_children_only(route) -> bool:
    return route.audiences == [Audience.CHILD]


def first_of(routes: list) -> list:
    """Return the routes to show first, one or two, of those that a page names, in its order.

    The first that can be reached says whom the page is for. The second is the first for the others, where
    the page is for children and for adults; else the next.
    """
    reached = list({route.pk: route for route in routes if route.ways()}.values())
    if not reached:
        return []
    first, *others = reached
    is_for_children = _is_for_children_only(first)
    unlike = [
        route
        for route in others
        if (Audience.CHILD not in route.audiences if is_for_children else _is_for_children_only(route))
    ]
    return [first, *(unlike or others)][:MOST]
