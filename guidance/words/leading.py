"""Where words lead now, for editors."""

from collections import Counter

from ..models import SearchWords
from ..models.search_words import FINDER, PAGE, ROUTE

_NAMES = {ROUTE: ("help route", "help routes"), PAGE: ("page", "pages"), FINDER: ("the finder", "the finder")}


def what_it_leads_to(words: SearchWords) -> str:
    """Return how much it names: "2 help routes, 1 page"."""
    counts = Counter(kind for kind, _ in words.targets())
    said = {kind: _NAMES[kind][count > 1] for kind, count in counts.items()}
    return ", ".join(
        said[kind] if kind == FINDER else f"{counts[kind]} {said[kind]}" for kind in _NAMES if kind in counts
    )
