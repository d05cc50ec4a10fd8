"""From the words of a search to the services and pages they lead to. Nothing of a search is kept."""

from itertools import zip_longest

from django.db.models import Q
from django.urls import reverse

from portal.answering.frame import frame_and
from portal.search.help_for_words import HelpForWords
from portal.search.phrases import Asked
from portal.search.results import Suggestion
from portal.visibility import is_public

from ..models import HelpRoute
from ..models.search_words import FINDER, PAGE, ROUTE
from .book import Entry, book, entries_that_fit, services_asked_for

MAX_ENTRIES = 2
MAX_ROUTES = 3
MAX_LINKS = 3
FINDER_TITLE = "Who should I tell?"


def _first(targets: list[tuple[str, int | None]], kind: str) -> list[int | None]:
    return list(dict.fromkeys(pk for target, pk in targets if target == kind))


def _reachable(targets: list[tuple[str, int | None]]) -> dict[int, HelpRoute]:
    """Return those of the routes that visitors may see and that can be reached."""
    ids = _first(targets, ROUTE)
    found = HelpRoute.objects.shown().in_bulk(ids) if ids else {}
    return {pk: route for pk, route in found.items() if route.can_be_led_to()}


def _links(request, targets: list[tuple[str, int | None]]) -> list[Suggestion]:
    """Return the pages that anyone may read, and the finder, in this order."""
    ids = _first(targets, PAGE)
    frame, found = frame_and(request, Q(pk__in=ids) if ids else None)
    places = {place.pk: place for place in found if is_public(place, frame.restricted)}
    links = []
    for kind, pk in targets:
        if kind == FINDER:
            links.append(Suggestion(FINDER_TITLE, reverse("finder")))
        elif kind == PAGE and pk in places:
            links.append(Suggestion(places[pk].title, places[pk].address_below(frame.root)))
    return [link for link in dict.fromkeys(links) if link.url][:MAX_LINKS]


def _ordered(entries: list[Entry], routes: dict[int, HelpRoute]) -> list[tuple[str, int | None]]:
    """Return what the entries lead to: of each the first, then of each the second, and so on.

    A route that is hidden takes no turn: else what stands after it would give way to another entry's.
    """
    lists = [[to for to in entry.targets if to[0] != ROUTE or to[1] in routes] for entry in entries]
    turns = zip_longest(*lists)
    return [target for turn in turns for target in turn if target is not None]


def help_for_words(request, query: str) -> HelpForWords | None:
    """Return what the words of the query lead to, or None."""
    words = book()
    asked = Asked(query, words.known)
    entries = entries_that_fit(asked, words.entries)[:MAX_ENTRIES]
    named = services_asked_for(query, asked, words.services)
    by_name = [(ROUTE, pk) for pk in named]
    reachable = _reachable([*by_name, *(target for entry in entries for target in entry.targets)])
    targets = [target for target in by_name if target[1] in reachable] + _ordered(entries, reachable)
    routes = [reachable[pk] for pk in _first(targets, ROUTE)][:MAX_ROUTES]
    links = _links(request, targets) if targets else []
    if not routes and not links:
        return None
    sentences = [entry.says for entry in entries if entry.says]
    return HelpForWords(sentences[:1], routes, links, links_first=targets[0][0] != ROUTE)
