"""What answers below the address of a figure's page: its data, and its card for other sites."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from wagtail import hooks
from wagtail.url_routing import RouteResult

from portal.answering.framing import CARD

FILES = ("data.json", "data.csv")
# The rooms above give their views to this hook: a function that returns, by the last part of the address,
# a function of the request and the figure.
HOOK = "statistics_below_figure"


def serve_below(request, figure, name: str) -> HttpResponse:
    """Return what the room above answers at this address below a figure that anyone may read."""
    views: dict[str, Callable] = {}
    for views_of_room in hooks.get_hooks(HOOK):
        views |= views_of_room()
    return views[name](request, figure)


def _file_of(request) -> str:
    """Return the file that the address names, or nothing. Wagtail's hooks do not hand on what was routed."""
    name = request.path.rpartition("/")[2]
    return name if name in FILES else ""


class FigureAddresses:
    """Adds ``data.json``, ``data.csv`` and ``card/`` to a figure's page, while anyone may read that."""

    def route(self, request, path_components):
        """Find what answers the path. Files and card of a page that is not public are not there at all."""
        if len(path_components) != 1 or path_components[0] not in (*FILES, CARD):
            return super().route(request, path_components)
        if not self.live or self.is_expired or self.get_view_restrictions():
            raise Http404
        return RouteResult(self, kwargs={"below": path_components[0]})

    def check_request_method(self, request, *args, **kwargs):
        """Leave it to the data to say what may be asked of them."""
        return None if _file_of(request) else super().check_request_method(request, *args, **kwargs)

    def handle_options_request(self, request, *args, **kwargs):
        """Answer what scripts of other sites ask before they read the data."""
        if file := _file_of(request):
            return serve_below(request, self, file)
        return super().handle_options_request(request, *args, **kwargs)

    def serve(self, request, *args, below: str = "", **kwargs):
        """Send the page, or what stands below it."""
        return serve_below(request, self, below) if below else super().serve(request, *args, **kwargs)

    def get_route_paths(self):
        """Return what answers below the page, so that a move makes redirects for it as well."""
        return [*super().get_route_paths(), *(f"/{name}" for name in FILES), f"/{CARD}/"]

    def resolve_subpage(self, path: str):
        """Tell Wagtail's redirects what answers below the page.

        Raises:
            Resolver404: for any other path.
        """
        if path.strip("/") not in (*FILES, CARD):
            super().resolve_subpage(path)
