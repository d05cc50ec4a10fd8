"""The addresses of the data of all figures."""

import json
from urllib.parse import urlencode

from django.urls import reverse

from portal.addresses import address_at

from . import csvw
from .answers import json_answer, open_to_all, unless_unchanged
from .columns import VERSION
from .csv_file import csv_answer
from .etags import tag_of, tag_of_figures
from .filters import Filters, read_filters
from .openapi import description
from .parameters import FILTERS, PAGING, refuse_unknown, whole_number
from .records import public_figures, records


def _page_address(filters: Filters, page: int, size: int) -> str:
    paging = urlencode({"page": page, "page_size": size})
    kept = f"{filters.query}&{paging}" if filters.query else paging
    return address_at(f"{reverse('statistics_json')}?{kept}")


def _page_of_figures(filters: Filters, page: int, size: int) -> dict:
    """Return one page of records, with the addresses of the pages beside it."""
    figures = filters.apply(public_figures())
    count = figures.count()
    last = max(1, -(-count // size))
    start = (page - 1) * size
    return {
        "version": VERSION,
        "count": count,
        "page": page,
        "page_size": size,
        "next": _page_address(filters, page + 1, size) if page < last else None,
        "previous": _page_address(filters, min(page - 1, last), size) if page > 1 else None,
        "figures": list(records(figures[start : start + size])),
    }


@open_to_all
def figures_json(request):
    """Return a page of figures as JSON."""
    refuse_unknown(request.GET, FILTERS + PAGING)
    filters = read_filters(request.GET)
    page, size = whole_number("page", request.GET), whole_number("page_size", request.GET)

    def make():
        response = json_answer(_page_of_figures(filters, page, size))
        response["Link"] = f'<{reverse("statistics_openapi")}>; rel="service-desc"; type="application/json"'
        return response

    return unless_unchanged(request, tag_of_figures(request), make)


@open_to_all
def figures_csv(request):
    """Return all figures that match as CSV."""
    refuse_unknown(request.GET, FILTERS)
    filters = read_filters(request.GET)
    about = reverse("statistics_csv_metadata") + (f"?{filters.query}" if filters.query else "")

    def make():
        response = csv_answer(request, records(filters.apply(public_figures())), "figures.csv")
        response["Link"] = f'<{about}>; rel="describedby"; type="{csvw.CONTENT_TYPE}"'
        return response

    return unless_unchanged(request, tag_of_figures(request), make)


def _described(request, data: dict, content_type: str):
    """Return a description, whose tag is made of itself: it is small and asks for little."""
    return unless_unchanged(request, tag_of(json.dumps(data)), lambda: json_answer(data, content_type))


@open_to_all
def csv_metadata(request):
    """Describe the columns of the CSV file for programs."""
    refuse_unknown(request.GET, FILTERS)
    return _described(request, csvw.metadata(read_filters(request.GET).query), csvw.CONTENT_TYPE)


@open_to_all
def openapi(request):
    """Describe every address of the data for programs."""
    refuse_unknown(request.GET, ())
    return _described(request, description(), "application/json")
