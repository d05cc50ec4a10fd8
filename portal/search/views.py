"""The search page. A query can say what happened to someone: it is not stored, logged or cached."""

from urllib.parse import urlencode

from portal.answering.context import visitor_context
from portal.answering.links import LinkedTemplateResponse
from portal.answering.read_only import read_only

from .engine import search_pages
from .help_for_words import help_for_words


def page_number(request) -> int:
    """Return the number in the address, or 1 for anything that is not one."""
    try:
        return int(request.GET.get("page", "1"))
    except ValueError:
        return 1


@read_only
def search(request):
    """Show the form and, for a query, what was found or where else to look."""
    found = search_pages(request.GET.get("q", ""), page_number(request), request)
    # Only on the first of several pages: on the next a reader looks for something else.
    help_first = help_for_words(request, found.query) if found.page_number == 1 else None
    context = {
        **visitor_context(request),
        "help_for_words": help_first,
        # Without the query: titles stay in the browser's history.
        "title": "Search",
        "query": found.query,
        "kept": urlencode({"q": found.query}),
        "results": found.results,
        "total": found.total,
        "total_is_capped": found.total_is_capped,
        "page_number": found.page_number,
        "pages": found.pages,
        "page_range": found.page_range,
        "suggestions": found.suggestions,
        "did_you_mean": found.did_you_mean,
        "mended": urlencode({"q": found.did_you_mean}),
    }
    response = LinkedTemplateResponse(request, "search/results.html", context)
    response["Cache-Control"] = "no-store"
    return response
