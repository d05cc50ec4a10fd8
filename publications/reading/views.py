"""What answers below a publication's page, beside its file: the cover, and the search inside."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render

from portal.answering.context import visitor_context
from portal.search.views import page_number
from portal.serving.files import reply_from_storage

from .citations import by_page_of_the_file
from .inside import find_inside
from .related import MAX_CITING, citing_pages


def cover(request, page):
    """Send the picture of page 1.

    Raises:
        Http404: if there is none.
    """
    document = page.document
    if not document.cover:
        raise Http404("There is no cover.")
    try:
        picture = reply_from_storage(request, document.cover.storage, document.cover.name, "image/webp")
    except OSError as error:
        raise Http404("The cover is missing from the store.") from error
    # The picture may be withdrawn at any moment, so whoever keeps it must ask again each time.
    picture["Cache-Control"] = "public, no-cache"
    return picture


def search_inside(request, page):
    """Show the pages of the file with the words. Nothing is kept: see decision 3."""
    found = find_inside(page.document, request.GET.get("q", ""), page_number(request), page.download_url)
    context = visitor_context(request, page)
    context["breadcrumbs"].append({"title": page.title, "url": page.url})
    context |= {
        "publication": page,
        "document": page.document,
        # Without the query: titles stay in the browser's history.
        "title": "Search inside this publication",
        "meta_description": "",
        "canonical_url": "",
        "found": found,
        "kept": urlencode({"q": found.query}),
        "page_number": found.page_number,
        "pages": found.pages,
    }
    response = render(request, "publications/inside.html", context)
    response["Cache-Control"] = "no-store"
    return response


def cited_by(request, page):
    """Show a page of the list of all that cites the publication.

    Raises:
        Http404: if nothing does.
    """
    citing = Paginator(citing_pages(page), MAX_CITING).get_page(page_number(request))
    if not citing.paginator.count:
        raise Http404("Nothing cites it.")
    context = visitor_context(request, page)
    context["breadcrumbs"].append({"title": page.title, "url": page.url})
    has_document = bool(page.document_id) and page.has_open_document()
    context |= {
        "publication": page,
        "document": page.document if has_document else None,
        "title": f"Figures from {page.title}",
        "meta_description": "",
        "canonical_url": "",
        "by_page": by_page_of_the_file(citing),
        "total": citing.paginator.count,
        "page_number": citing.number,
        "pages": citing.paginator.num_pages,
    }
    return render(request, "publications/cited_by_all.html", context)
