"""One search: which pages, and which inside; then the ten to show, or what to suggest."""

from django.db import connection
from wagtail.models import Page

from ..pages import BasePage
from .excerpts import excerpt
from .index import MAX_RESULTS, public_pages, with_text
from .inside import Inside, inside_pages
from .numbers import joined
from .results import Passage, SearchResult, SearchResults
from .spelling import did_you_mean
from .suggestions import suggest
from .words import clean, words_of

PAGE_SIZE = 10
# Pages that have the words only inside a file come after so many of the others, and are so many at most.
PAGES_FIRST = 5
MAX_INSIDE = 10

if connection.vendor == "postgresql":
    from .postgresql import matching_ids
else:
    from .sqlite import matching_ids


def _kind(page: Page) -> str:
    """Return the word for the page's type: "Figure", "Guidance", "Publication"."""
    model = page.content_type.model_class()
    return model.search_kind if model and issubclass(model, BasePage) else BasePage.search_kind


def _found(words: list[str], query: str) -> tuple[list[int], dict[int, Inside], bool]:
    """Return the ids of the pages, the best first, what is inside of some, and whether they have every word.

    Only if nothing has every word is it looked for what has any of them.
    """
    for every in (True, False):
        ids, inside = matching_ids(words, every, query), inside_pages(words, every=every)
        only_inside = [pk for pk in inside if pk not in ids][:MAX_INSIDE]
        ids[PAGES_FIRST:PAGES_FIRST] = only_inside
        if ids:
            return ids, inside, every
    return [], {}, False


def _result(page: Page, url: str, words: list[str], inside: Inside | None) -> SearchResult:
    """Return the page as it is shown. Its own text has an excerpt even where only its inside was found."""
    hits = inside.hits if inside else []
    passages = [Passage(hit.label, url + hit.address, excerpt(hit.text, words)) for hit in hits]
    all_passages = url + inside.all_hits if inside else ""
    return SearchResult(page.title, url, _kind(page), excerpt(page.text or "", words), passages, all_passages)


def _results(ids: list[int], words: list[str], inside: dict[int, Inside], request) -> list[SearchResult]:
    """Fetch the pages with their indexed text, and keep the order of the ids."""
    pages = with_text(public_pages().filter(pk__in=ids).select_related("content_type"))
    return [
        _result(page, url, words, inside.get(page.pk))
        for page in sorted(pages, key=lambda page: ids.index(page.pk))
        if (url := page.get_url(request))
    ]


def search_pages(query: str, page_number: int = 1, request=None) -> SearchResults:
    """Return the asked-for page of results, the best first; suggestions where there is none.

    The request, where there is one, keeps Wagtail from looking up the site again for each address.
    """
    query, words = clean(query), words_of(joined(clean(query)))
    ids, inside, every = _found(words, query) if words else ([], {}, False)
    meant = "" if every else did_you_mean(query, words)
    if not ids:
        suggestions = suggest(words, request) if query else []
        return SearchResults(query, suggestions=suggestions, did_you_mean=meant)
    total = min(len(ids), MAX_RESULTS)
    pages = -(-total // PAGE_SIZE)
    page_number = min(max(page_number, 1), pages)
    start = (page_number - 1) * PAGE_SIZE
    return SearchResults(
        query=query,
        results=_results(ids[start : min(start + PAGE_SIZE, MAX_RESULTS)], words, inside, request),
        total=total,
        total_is_capped=len(ids) > MAX_RESULTS,
        page_number=page_number,
        pages=pages,
        did_you_mean=meant,
    )
