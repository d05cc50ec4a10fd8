"""How the data are answered: to anyone, also scripts of any site, unless unchanged; and what is wrong."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.csrf import csrf_exempt

from portal.text.characters import clean_all

from .parameters import BadParameterError

METHODS = "GET, HEAD, OPTIONS"
EXPOSED = "ETag, Link, Content-Disposition"
SECONDS = 60
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
PROBLEM = "application/problem+json"


def json_answer(data, content_type: str = "application/json", **fields) -> JsonResponse:
    """Return data as JSON that people can read too."""
    return JsonResponse(
        clean_all(data), content_type=content_type, json_dumps_params={"ensure_ascii": False}, **fields
    )


def problem(status: int, title: str, detail: str, **more) -> JsonResponse:
    """Return what is wrong in the words of RFC 9457, which no cache keeps."""
    response = json_answer(
        {"title": title, "status": status, "detail": detail, **more}, PROBLEM, status=status
    )
    response["Cache-Control"] = "no-store"
    return response


def unless_unchanged(request, tag: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    """Return 304 to who has the answer with this tag already, and otherwise make it."""
    response = get_conditional_response(request, etag=tag) or make()
    response["ETag"] = tag
    patch_cache_control(response, public=True, max_age=SECONDS)
    return response


def _answer(view, request, *args, **kwargs) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=PREFLIGHT)
    if request.method not in ("GET", "HEAD"):
        response = problem(405, "Only to be read", f"These data can only be read: {METHODS}.")
        response["Allow"] = METHODS
        return response
    try:
        return view(request, *args, **kwargs)
    except BadParameterError as error:
        return problem(400, "Bad parameter", error.detail, parameter=error.name, allowed=error.allowed)


def open_to_all(view):
    """Let anyone, and other sites' scripts, read what the view returns: it carries nothing of the reader."""

    @csrf_exempt  # nothing is changed here, and a POST is told "405", not "403"
    @wraps(view)
    def answer(request, *args, **kwargs):
        response = _answer(view, request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = EXPOSED
        return response

    return answer
