"""The addresses of the data of all help routes."""

import json
from typing import Annotated
from urllib.parse import urlencode

from django.urls import reverse

from portal.addresses import address_at
from portal.open_data import csvw
from portal.open_data.columns import Column
from portal.open_data.csv import csv_answer
from portal.open_data.etags import described, tag_of, unless_unchanged
from portal.open_data.openapi import header
from portal.open_data.parameters import Known
from portal.open_data.problems import json_answer, refuse_unknown
from portal.open_data.reading import ReadingApi

from .columns import ROUTE_NAMES, ROUTES, SOURCE_NAMES, SOURCES, VERSION, route_rows, source_rows
from .schemas import Paging, Services
from .services import PROFILE, service_of
from .telling import tell_all

_LINK = {"Link": header("The address of what describes these data.")}
_TABLE = {
    "headers": {**_LINK, "Content-Disposition": header("A name for the file.")},
    "content": {"text/csv": {"schema": {"type": "string"}}},
}
_ABOUT = {"content": {csvw.CONTENT_TYPE: {"schema": {"type": "object"}}}}

api = ReadingApi(
    title="Who to tell: help routes in the UK",
    version=f"{VERSION}.0.0",
    description="Everything here is open to read, without a key and without a cookie. The JSON is Open "
    f"Referral UK ({PROFILE}). What nobody knows is absent: it never means “no”. Show the alert of a route "
    "wherever you show the route, and read the data again every day: a route whose check is overdue loses "
    "its contacts.",
    openapi_extra={"info": {"summary": "Who can be told about a crime, and what is known before one does."}},
    urls_namespace="help",
    openapi_url=None,
    docs_url=None,
)


def _page_address(page: int, size: int) -> str:
    return address_at(f"{reverse('help_json')}?{urlencode({'page': page, 'per_page': size})}")


def _page(page: int, size: int) -> dict:
    """Return one page of the services, with the addresses of the pages beside it."""
    told = tell_all()
    last = max(1, -(-len(told) // size))
    contents = [service_of(one) for one in told[(page - 1) * size : page * size]]
    return {
        "version": PROFILE,
        "total_items": len(told),
        "total_pages": last,
        "page_number": page,
        "size": len(contents),
        "first_page": page == 1,
        "last_page": page >= last,
        "empty": not contents,
        "next": _page_address(page + 1, size) if page < last else None,
        "previous": _page_address(min(page - 1, last), size) if page > 1 else None,
        "contents": contents,
    }


@api.reads(
    "/help/data.json",
    "services",
    Services,
    url_name="help_json",
    description="A page of services.",
    headers=_LINK,
)
def services_json(request, paging: Annotated[Paging, Known(...)]):
    """Help routes as JSON: Open Referral UK."""
    data = _page(paging.page, paging.per_page)

    def make():
        response = json_answer(data)
        response["Link"] = f'<{reverse("help_openapi")}>; rel="service-desc"; type="application/json"'
        return response

    return unless_unchanged(request, tag_of(request.get_full_path(), json.dumps(data)), make)


def _table(request, rows, names: tuple[str, ...], file_name: str, about: str):
    """Return the rows as a file. They are few: the whole of them makes the tag."""
    refuse_unknown(request.GET, ())
    found = list(rows(tell_all()))

    def make():
        response = csv_answer(request, found, names, file_name)
        response["Link"] = f'<{reverse(about)}>; rel="describedby"; type="{csvw.CONTENT_TYPE}"'
        return response

    return unless_unchanged(request, tag_of(VERSION, names, json.dumps(found)), make)


def _about(request, columns: tuple[Column, ...], url: str, title: str, says: str, **of_table: str):
    refuse_unknown(request.GET, ())
    source = address_at(reverse("finder"))
    return described(request, csvw.metadata(columns, url, title, source, says, **of_table), csvw.CONTENT_TYPE)


@api.reads(
    "/help/data.csv",
    "routes",
    url_name="help_csv",
    description="A header, then a line for each route.",
    **_TABLE,
)
def routes_csv(request):
    """Help routes as CSV."""
    return _table(request, route_rows, ROUTE_NAMES, "help-routes.csv", "help_csv_metadata")


@api.reads(
    "/help/data.csv-metadata.json",
    "route_columns",
    url_name="help_csv_metadata",
    description="The columns, as the W3C's “CSV on the Web” says it.",
    **_ABOUT,
)
def routes_metadata(request):
    """What each column of the routes means."""
    says = "One line for each help route. Show its caution with it. An empty cell is not known: never “no”."
    return _about(request, ROUTES, "data.csv", "Help routes", says, primaryKey="route")


@api.reads(
    "/help/sources.csv",
    "sources",
    url_name="help_sources",
    description="A header, then a line for each source.",
    **_TABLE,
)
def sources_csv(request):
    """Where each answer was read, as CSV."""
    return _table(request, source_rows, SOURCE_NAMES, "help-sources.csv", "help_sources_metadata")


@api.reads(
    "/help/sources.csv-metadata.json",
    "source_columns",
    url_name="help_sources_metadata",
    description="The columns, as the W3C's “CSV on the Web” says it.",
    **_ABOUT,
)
def sources_metadata(request):
    """What each column of the sources means."""
    says = "One line for each source of an answer, with the day on which it was read."
    return _about(request, SOURCES, "sources.csv", "Where the answers of help routes were read", says)


@api.reads(
    "/help/openapi.json",
    "description",
    url_name="help_openapi",
    description="This description.",
    content={"application/json": {"schema": {"type": "object"}}},
)
def openapi(request):
    """All addresses of the data."""
    refuse_unknown(request.GET, ())
    return described(request, api.openapi({}))
