"""What a search leads to: the routes and pages above the results, and the first three results."""

from portal.search.engine import search_pages
from portal.search.help_for_words import help_for_words

FIRST_RESULTS = 3


def led_to(request, query: str) -> set[str]:
    """Return the slugs of the routes whose cards are shown, and the addresses that a reader sees first."""
    above = help_for_words(request, query)
    results = {result.url for result in search_pages(query, 1, request).results[:FIRST_RESULTS]}
    if above is None:
        return results
    return results | {route.slug for route in above.routes} | {link.url for link in above.links}


def misses(request, searches: dict[str, set[str]]) -> list[str]:
    """Return the searches that lead to nothing that helps."""
    return [query for query, need in searches.items() if not need & led_to(request, query)]
