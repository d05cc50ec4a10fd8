"""oEmbed 1.0: other sites hand in the address of a figure and get the HTML that shows it."""

from typing import Annotated, Literal
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from ninja import Schema
from pydantic import Field, WithJsonSchema
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect

from portal.addresses import address_at
from portal.answering.framing import CARD
from portal.answering.routing import find_route, serve
from portal.answering.shared_caches import SHARED_SECONDS
from portal.open_data.etags import described
from portal.open_data.parameters import Known, whole_number
from portal.open_data.problems import problem
from portal.open_data.schemas import Address

from ..models import StatisticPage
from ..open_data.api import api
from .frame import WIDTH, frame, height_for

_MAX_PIXELS = 9999
# How often a figure's address may have changed since somebody took it.
MAX_MOVES = 5


class Asked(Schema):
    """What other sites hand in."""

    url: str = Field(min_length=1, description="The address of a figure's page on this site.")
    format: Annotated[Literal["json", "xml"], WithJsonSchema({"type": "string", "enum": ["json"]})] = Field(
        "json", description="The only format is json."
    )
    maxwidth: whole_number(1, _MAX_PIXELS) = Field(_MAX_PIXELS, description="The most pixels across.")
    maxheight: whole_number(1, _MAX_PIXELS) = Field(_MAX_PIXELS, description="The most pixels down.")


class Embed(Schema):
    """HTML that shows the figure on another site, as oEmbed 1.0 says it."""

    version: Literal["1.0"]
    type: Literal["rich"]
    title: str
    provider_name: str
    provider_url: Address
    cache_age: int = Field(description="Seconds for which the answer may be kept.")
    html: str = Field(description="An iframe with a title, without script.")
    width: int = Field(ge=1, description="Pixels.")
    height: int = Field(ge=1, description="Pixels.")


def _path_here(request, address: str) -> str:
    """Return the path of an address of this site as a browser is led to it, or nothing."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    hosts = {urlsplit(settings.BASE_URL).netloc, request.get_host()}
    if parts.scheme not in ("http", "https") or parts.netloc not in hosts:
        return ""
    return unquote(parts.path).rstrip("/") + "/"


def _route_to(request, path: str):
    """Return what answers at the path, where that is a page."""
    try:
        return find_route(request, path) if resolve(path).func is serve else None
    except Resolver404:
        return None


def _figure_at(request, address: str, moves: int = MAX_MOVES):
    """Return the figure that anyone may read at the whole address, now or since it moved, or None."""
    path = _path_here(request, address)
    if not path:
        return None
    route = _route_to(request, path)
    if not route:
        redirect = get_redirect(request, Redirect.normalise_path(path)) if moves else None
        moved_to = urljoin(settings.BASE_URL, redirect.link or "") if redirect else ""
        return _figure_at(request, moved_to, moves - 1)
    figure = route.page
    # The page itself or its card, but none of its files.
    is_shown = request.routable_resolver_match.url_name in ("index_route", CARD)
    return figure if isinstance(figure, StatisticPage) and figure.known_public and is_shown else None


def _embed(figure, most_across: int, most_down: int) -> dict:
    width = min(WIDTH, most_across)
    height = min(height_for(figure, width), most_down)
    return {
        "version": "1.0",
        "type": "rich",
        "title": figure.title,
        "provider_name": settings.WAGTAIL_SITE_NAME,
        "provider_url": address_at("/"),
        "cache_age": SHARED_SECONDS,
        "html": frame(figure, width, height),
        "width": width,
        "height": height,
    }


def _without_xml():
    """Return what oEmbed asks for where a provider has no XML. It is no fault, so it is not logged as one."""
    response = problem(501, "No XML", "The only format here is json. Leave “format” out.")
    response._has_been_logged = True
    return response


@api.reads(
    "/oembed/",
    "embed",
    Embed,
    url_name="oembed",
    description="What to put into the other site.",
    others={
        404: {"description": "The address is not that of a figure that anyone may read."},
        501: {"description": "There is no XML: only json."},
    },
)
def oembed(request, asked: Annotated[Asked, Known(...)]):
    """How to show a figure on another site (oEmbed)."""
    if asked.format == "xml":
        return _without_xml()
    figure = _figure_at(request, asked.url)
    if figure is None:
        return problem(
            404, "No such figure", "“url” is not the address of a figure that anyone may read here."
        )
    return described(request, _embed(figure, asked.maxwidth, asked.maxheight))
