"""The addresses of the data of all figures, and of one."""

import json
from typing import Annotated
from urllib.parse import urlencode

from django.urls import reverse
from pydantic import Field

from portal.addresses import address_at
from portal.open_data import csvw
from portal.open_data.csv import csv_answer
from portal.open_data.etags import described, tag_of, unless_unchanged
from portal.open_data.openapi import header
from portal.open_data.parameters import Known
from portal.open_data.problems import json_answer, refuse_unknown
from portal.open_data.reading import ReadingApi, open_to_all
from portal.text.slugs import SLUG_PATTERN

from .columns import COLUMNS, NAMES, VERSION
from .etags import tag_of_figures
from .parameters import Filters, Paging, schemas_now
from .records import public_figures, record_of, records
from .schemas import Figures, OneFigure

_LINK = {"Link": header("The address of what describes these data.")}
_FILE = {
    "headers": {"Content-Disposition": header("A name for the file.")},
    "content": {"text/csv": {"schema": {"type": "string"}}},
}
_OBJECT = {"schema": {"type": "object"}}
_NO_PAGE = {
    "description": "There is no such figure that anyone may read. The answer is the site's page for that.",
    "content": {"text/html": {"schema": {"type": "string"}}},
}
_LAST_PART = "The last part of the address of the figure's page."
_Slug = Annotated[str, Field(pattern=f"^{SLUG_PATTERN}$", max_length=255, description=_LAST_PART)]

api = ReadingApi(
    title="Figures on serious and organised crime",
    version=f"{VERSION}.0.0",
    description="Everything here is open to read, without a key and without a cookie. "
    "Names of fields do not change within a version. Fields may be added. "
    "Show the state of a figure, and what it does not mean, wherever you show the figure.",
    openapi_extra={"info": {"summary": "Figures with source, period and state, to read and to use."}},
    openapi_url=None,
    docs_url=None,
)


def _page_address(filters: Filters, page: int, size: int) -> str:
    paging = urlencode({"page": page, "page_size": size})
    kept = f"{filters.query}&{paging}" if filters.query else paging
    return address_at(f"{reverse('statistics_json')}?{kept}")


def _page_of_figures(filters: Filters, page: int, size: int) -> dict:
    """Return one page of records, with the addresses of the pages beside it."""
    figures = filters.filter(public_figures())
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


@api.reads(
    "/statistics/data.json",
    "figures",
    Figures,
    url_name="statistics_json",
    description="A page of figures.",
    headers=_LINK,
)
def figures_json(request, filters: Annotated[Filters, Known(...)], paging: Annotated[Paging, Known(...)]):
    """Figures as JSON, by pages."""

    def make():
        response = json_answer(_page_of_figures(filters, paging.page, paging.page_size))
        response["Link"] = f'<{reverse("statistics_openapi")}>; rel="service-desc"; type="application/json"'
        return response

    return unless_unchanged(request, tag_of_figures(request), make)


@api.reads(
    "/statistics/data.csv",
    "table",
    url_name="statistics_csv",
    description="A header, then a line for each figure.",
    **_FILE | {"headers": _LINK | _FILE["headers"]},
)
def figures_csv(request, filters: Annotated[Filters, Known(...)]):
    """All figures as CSV."""
    about = reverse("statistics_csv_metadata") + (f"?{filters.query}" if filters.query else "")

    def make():
        response = csv_answer(request, records(filters.filter(public_figures())), NAMES, "figures.csv")
        response["Link"] = f'<{about}>; rel="describedby"; type="{csvw.CONTENT_TYPE}"'
        return response

    return unless_unchanged(request, tag_of_figures(request), make)


@api.reads(
    "/statistics/data.csv-metadata.json",
    "columns",
    url_name="statistics_csv_metadata",
    description="The columns, as the W3C's “CSV on the Web” says it.",
    content={csvw.CONTENT_TYPE: _OBJECT},
)
def csv_metadata(request, filters: Annotated[Filters, Known(...)]):
    """What each column means."""
    about = csvw.metadata(
        COLUMNS,
        f"data.csv?{filters.query}" if filters.query else "data.csv",
        "Figures on serious and organised crime",
        address_at("/statistics/"),
        "One line for each figure. Show its state and what it does not mean with it.",
        primaryKey="url",
    )
    return described(request, about, csvw.CONTENT_TYPE)


@api.reads(
    "/statistics/openapi.json",
    "description",
    url_name="statistics_openapi",
    description="This description.",
    content={"application/json": _OBJECT},
)
def openapi(request):
    """All addresses of the data."""
    refuse_unknown(request.GET, ())
    return described(request, api.openapi(schemas_now()))


# A figure is found by its page, which asks ``figure_data``: these two stand here to be described.
_BELOW = {"others": {404: _NO_PAGE}}


@api.reads("/statistics/{slug}/data.json", "figure_json", OneFigure, description="The figure.", **_BELOW)
def _figure_json(request, slug: _Slug):
    """One figure as JSON."""


@api.reads(
    "/statistics/{slug}/data.csv", "figure_csv", description="A header and one line.", **_FILE, **_BELOW
)
def _figure_csv(request, slug: _Slug):
    """One figure as CSV."""


@open_to_all
def figure_data(request, figure, file: str):
    """Return a figure that visitors may read as ``data.json`` or ``data.csv``."""
    refuse_unknown(request.GET, ())
    row = record_of(figure)

    def make():
        if file.endswith(".csv"):
            return csv_answer(request, [row], NAMES, f"{figure.slug}.csv")
        return json_answer({"version": VERSION, "figure": row})

    return unless_unchanged(request, tag_of(file, VERSION, json.dumps(row)), make)
