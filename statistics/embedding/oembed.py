"""oEmbed 1.0: other sites hand in the address of a figure and get the HTML that shows it."""

import json
import re
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings

from portal.framing import CARD
from portal.routing import find_route

from ..open_data.answers import SECONDS, json_answer, open_to_all, problem, unless_unchanged
from ..open_data.etags import tag_of
from ..open_data.parameters import BadParameterError, one_of, refuse_unknown, shortened
from .frame import WIDTH, frame, height_for

PARAMETERS = ("url", "format", "maxwidth", "maxheight")
_MOST = 9999


def _most(name: str, query) -> int:
    """Return the most pixels there may be."""
    text = query.get(name)
    if text is None:
        return _MOST
    if not re.fullmatch(r"[0-9]{1,4}", text) or int(text) < 1:
        allowed = f"a whole number from 1 to {_MOST}"
        raise BadParameterError(name, f"“{name}” must be {allowed}, not “{shortened(text)}”.", allowed)
    return int(text)


def _figure_at(request, address: str):
    """Return the figure that anyone may read at the whole address, or None."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    hosts = {urlsplit(settings.BASE_URL).netloc, request.get_host()}
    if parts.scheme not in ("http", "https") or parts.netloc not in hosts:
        return None
    if not re.fullmatch(r"/(?:[\w-]+/?)+", parts.path):
        return None
    route = find_route(request, parts.path)
    model = apps.get_model("statistics.StatisticPage")
    if not route or not isinstance(route.page, model) or not route.page.known_public:
        return None
    # The page itself or its card, but none of its files.
    return route.page if parts.path.strip("/").endswith((route.page.slug, CARD)) else None


def _embed(figure, most_across: int, most_down: int) -> dict:
    width = min(WIDTH, most_across)
    height = min(height_for(figure, width), most_down)
    return {
        "version": "1.0",
        "type": "rich",
        "title": figure.title,
        "provider_name": settings.WAGTAIL_SITE_NAME,
        "provider_url": f"{settings.BASE_URL}/",
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
        allowed = f"the address of a figure's page, such as {settings.BASE_URL}/statistics/…/"
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
