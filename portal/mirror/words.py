"""The pages of a mirror at no address of the site: what does not work now, not found, went wrong."""

from django.core.handlers.wsgi import WSGIRequest
from django.template.loader import render_to_string

from ..answering.context import visitor_context
from ..answering.views import server_error
from ..safety.addresses import NO_SUCH_PAGE
from ..safety.answer import Answer
from .asking import Asked, ask, environ_for

ASKED, NOT_FOUND, WENT_WRONG = "/_mirror/asked", "/_mirror/not-found", "/_mirror/went-wrong"


def _page_for_what_asks() -> bytes:
    """Return the page that stands for searches and lists that are chosen from."""
    request = WSGIRequest(environ_for("/"))
    context = visitor_context(request)
    context |= {"title": "This part does not work now", "canonical_url": "", "ways": context["menu"]}
    return render_to_string("portal/mirror_asked.html", context, request).encode()


def own_pages() -> dict[str, Asked]:
    """Return the pages by their names, all with the headers that the site sends with "not found"."""
    missing = ask(NO_SUCH_PAGE).answer
    bodies = {
        NOT_FOUND: missing.body,
        ASKED: _page_for_what_asks(),
        WENT_WRONG: server_error(None).content,
    }
    return {
        name: Asked(Answer(missing.url, missing.status, missing.headers, (), body))
        for name, body in bodies.items()
    }
