"""What search engines may list: what says so of itself, and nothing else.

The middleware tells them ``noindex`` with every other answer. So an address that somebody adds is
kept out until they have thought about who would find it, and with which words.
"""

from django.http import HttpResponse


def let_search_engines_list(response: HttpResponse) -> HttpResponse:
    """Mark the answer as one that may be found with a search engine."""
    response.may_be_listed = True
    return response


def keep_from_search_engines(response: HttpResponse) -> None:
    """Tell search engines not to list the answer, unless it was marked or says something itself."""
    if not getattr(response, "may_be_listed", False):
        response.headers.setdefault("X-Robots-Tag", "noindex")
