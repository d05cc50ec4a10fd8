"""Which help routes stand on a card, and which edition that is."""

from collections.abc import Iterable
from datetime import datetime

from .history import Change
from .readers import ALWAYS_PRINTED, Readers


def routes_for(readers: Readers, routes: Iterable) -> list:
    """Return those of the routes that are printed for the readers, in the register's order.

    Nothing is printed that visitors may not see now, nor what was not re-checked for too long: paper
    cannot be called back.
    """
    return [
        route
        for route in routes
        if route.is_shown()
        and not route.is_withdrawn
        and route.phone not in ALWAYS_PRINTED
        and any(audience in readers.audiences for audience in route.audiences)
        and route.ways()
    ]


def edition_of(routes: Iterable, changes: Iterable[Change]) -> datetime | None:
    """Return since when the register says what it says now; None where nothing was ever published."""
    moments = [route.last_published_at for route in routes if route.last_published_at]
    return max([*moments, *(change.at for change in changes)], default=None)
