"""The help that a search's own words lead to, shown above what it finds.

An app registers a function under ``HOOK``. It is given the request and the query, keeps neither, and
returns ``HelpForWords``, or None. It asks the database a bounded number of questions, and returns nothing
that visitors may not see at this moment.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import HttpRequest
from wagtail import hooks

from .results import Suggestion

HOOK = "portal_help_for_words"


@dataclass(frozen=True)
class HelpForWords:
    """Sentences to say, help routes whose cards are shown, and pages to read; which of these two first."""

    sentences: list[str] = field(default_factory=list)
    routes: list = field(default_factory=list)
    links: list[Suggestion] = field(default_factory=list)
    links_first: bool = False


Provider = Callable[[HttpRequest, str], HelpForWords | None]


def help_for_words(request: HttpRequest, query: str) -> HelpForWords | None:
    """Return what the first app that knows the words of the query leads to."""
    providers: list[Provider] = hooks.get_hooks(HOOK)
    found = (provider(request, query) for provider in providers) if query else ()
    return next((help_first for help_first in found if help_first), None)
