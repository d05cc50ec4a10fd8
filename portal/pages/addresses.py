"""What answers at a page's address and below it: methods that Wagtail's ``@path`` gives an address."""

from collections.abc import Callable

from django.http import Http404
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from ..answering.indexing import let_search_engines_list
from ..answering.links import LinkedTemplateResponse
from .content_notes import has_note


def only_if(condition: Callable) -> Callable:
    """Decorate an answer below a page that is not there at all unless ``condition(page)`` holds.

    It is asked before anything else, so that nobody is sent to sign in for what does not exist.
    """

    def decorate(view):
        view.only_if = condition
        return view

    return decorate


def takes_any_method(view: Callable) -> Callable:
    """Decorate an answer below a page that says by itself what may be asked of it."""
    view.takes_any_method = True
    return view


def open_to_anyone(page) -> bool:
    """Whether the page is not private."""
    return not page.get_view_restrictions()


class AnswersBelow(RoutablePageMixin):
    """A page that answers at its own address, and below it."""

    # As any page is: previews have no addresses below them.
    serve_preview = Page.serve_preview

    @path("")
    def index_route(self, request):
        """Show the page."""
        return self.render(request)

    @path("without-figures/")
    @only_if(has_note)
    def without_figures(self, request):
        """Show a page that warns of hard material without its figures."""
        return self.render(request, without_figures=True)

    def render(
        self, request, *, template: str | None = None, response_class=LinkedTemplateResponse, **kwargs
    ):
        """Return the page for visitors, its links looked up together; ``get_context`` is given the rest."""
        request.is_preview = False
        context = self.get_context(request, **kwargs)
        response = response_class(request, template or self.get_template(request), context)
        response.kept_queries = context.get("kept_queries", ())
        if self.expire_at:
            response.ends_at = self.expire_at.timestamp()  # no kept copy is shown after it
        is_listed = self.known_public and self.may_be_listed(context)
        return let_search_engines_list(response) if is_listed else response

    def resolve_subpage(self, path: str):
        """Find what answers at the path; ``data.json`` has no slash at its end, in redirects neither.

        Raises:
            Resolver404: if nothing does.
        """
        return super().resolve_subpage(f"{path.rstrip('/')}/")

    def route(self, request, path_components):
        """Find what answers the path, as Wagtail does, but nothing of an expired page."""
        if self.is_expired:
            raise Http404
        found = super().route(request, path_components)
        condition = getattr(_view_of(*found.args), "only_if", None)
        if condition and not condition(found.page):
            raise Http404
        return found

    def check_request_method(self, request, routed=(), *args, **kwargs):
        if getattr(_view_of(*routed), "takes_any_method", False):
            return None
        return super().check_request_method(request, routed, *args, **kwargs)

    def handle_options_request(self, request, routed=(), *args, **kwargs):
        if getattr(_view_of(*routed), "takes_any_method", False):
            return self.serve(request, *routed)
        return super().handle_options_request(request, routed, *args, **kwargs)


def _view_of(view=None, *args):
    """Return what answers, of the arguments that Wagtail's routing hands on."""
    return view
