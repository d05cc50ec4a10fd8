"""oEmbed 1.0: other sites hand in the address of a figure and get the HTML that shows it."""

import json
from urllib.parse import unquote, urljoin, urlsplit

from django.apps import apps
from django.conf import settings
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect

from portal.addresses import address_at
from portal.answering.framing import CARD
from portal.answering.routing import find_route, serve

from ..open_data.answers import SECONDS, json_answer, open_to_all, problem, unless_unchanged
from ..open_data.etags import tag_of
from ..open_data.parameters import BadParameterError, number_between, one_of, refuse_unknown
from .frame import WIDTH, frame, height_for

PARAMETERS = ("url", "format", "maxwidth", "maxheight")
_MOST = 9999
# How often a figure's address may have changed since somebody took it.
MOST_MOVES = 5


def _most(name: str, query) -> int:
    """Return the most pixels there may be."""
    return number_between(1, _MOST, name, query, usual=_MOST)


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


def _figure_at(request, address: str, moves: int = MOST_MOVES):
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
    is_figure = isinstance(figure, apps.get_model("statistics.StatisticPage"))
    # The page itself or its card, but none of its files.
    is_shown = request.routable_resolver_match.url_name in ("index_route", CARD)
    return figure if is_figure and figure.known_public and is_shown else None


def _embed(figure, most_across: int, most_down: int) -> dict:
    width = min(WIDTH, most_across)
    height = min(height_for(figure, width), most_down)
    return {
        "version": "1.0",
        "type": "rich",
        "title": figure.title,
        "provider_name": settings.WAGTAIL_SITE_NAME,
        "provider_url": address_at("/"),
        "cache_age": SECONDS,
        "html": frame(figure, width, height),
        "width": width,
        "height": height,
    }


def _without_xml():
    """Return what oEmbed asks for where a provider has no XML. It is no fault, so it is not logged as one."""
    response = problem(501, "No XML", "The only format here is json. Leave “format” out.")
    response._has_been_logged = True
    return response


@open_to_all
def oembed(request):
    """Return the HTML for the figure at ``url``; 404 for other addresses, 501 for XML."""
    refuse_unknown(request.GET, PARAMETERS)
    address = request.GET.get("url", "")
    if not address:
        allowed = f"the address of a figure's page, such as {address_at('/statistics/…/')}"
        raise BadParameterError("url", f"Give “url”: {allowed}", allowed)
    most_across, most_down = _most("maxwidth", request.GET), _most("maxheight", request.GET)
    if request.GET.get("format") == "xml":
        return _without_xml()
    one_of("format", request.GET, ["json"])
    figure = _figure_at(request, address)
    if figure is None:
        return problem(
            404, "No such figure", "“url” is not the address of a figure that anyone may read here."
        )
    data = _embed(figure, most_across, most_down)
    return unless_unchanged(request, tag_of(json.dumps(data)), lambda: json_answer(data))
