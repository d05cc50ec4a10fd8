"""What answers below the address of a figure's page: its data, and its card for other sites."""

from collections.abc import Callable

from django.http import HttpResponse
from wagtail import hooks
from wagtail.contrib.routable_page.models import path

from portal.answering.framing import CARD
from portal.pages.addresses import only_if, open_to_anyone, takes_any_method

FILES = ("data.json", "data.csv")
# The rooms above give their views to this hook: a function that returns, by the last part of the address,
# a function of the request and the figure.
HOOK = "statistics_below_figure"


def answer_below(request, figure, name: str) -> HttpResponse:
    """Return what the room above answers at this address below a figure."""
    views: dict[str, Callable] = {}
    for views_of_room in hooks.get_hooks(HOOK):
        views |= views_of_room()
    return views[name](request, figure)


class FigureAddresses:
    """Adds ``data.json``, ``data.csv`` and ``card/`` to a figure's page, while anyone may read that."""

    @path("data.json/")
    @only_if(open_to_anyone)
    @takes_any_method
    def data_json(self, request):
        """Send the data of the figure as JSON."""
        return answer_below(request, self, "data.json")

    @path("data.csv/")
    @only_if(open_to_anyone)
    @takes_any_method
    def data_csv(self, request):
        """Send the data of the figure as CSV."""
        return answer_below(request, self, "data.csv")

    @path(f"{CARD}/", name=CARD)
    @only_if(open_to_anyone)
    def framed_card(self, request):
        """Show the figure as other sites may frame it."""
        return answer_below(request, self, CARD)

    def get_route_paths(self):
        """Return what answers below the page, so that a move makes redirects for it as well."""
        return [*super().get_route_paths(), *(f"/{name}" for name in FILES), f"/{CARD}/"]
