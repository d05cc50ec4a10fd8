"""An API that is only read, by anyone, also by scripts of any site: it carries nothing of the reader."""

from functools import cached_property, wraps

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.http import HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI

from .openapi import completed
from .problems import BadParameterError, bad_value, problem
from .schemas import Problem

METHODS = "GET, HEAD, OPTIONS"
EXPOSED = "ETag, Link, Content-Disposition"
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def _answer(view, request, *args, **kwargs) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=PREFLIGHT)
    if request.method not in ("GET", "HEAD"):
        response = problem(405, "Only to be read", f"These data can only be read: {METHODS}.")
        response["Allow"] = METHODS
        return response
    try:
        response = view(request, *args, **kwargs)
        response.kept_queries = tuple(request.GET)  # none of them was unknown
        return response
    except BadParameterError as error:
        return problem(400, "Bad parameter", error.detail, parameter=error.name, allowed=error.allowed)
    except TooManyFieldsSent:
        return problem(400, "Too many parameters", "Send fewer parameters: only few are known here.")


def open_to_all(view):
    """Let anyone, and other sites' scripts, read what the view returns."""

    @csrf_exempt  # nothing is changed here, and a POST is told "405", not "403"
    @wraps(view)
    def answer(request, *args, **kwargs):
        response = _answer(view, request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = EXPOSED
        return response

    return answer


class ReadingApi(NinjaAPI):
    """Ninja reads the parameters and describes the addresses; what it refuses is said as a problem."""

    def set_default_exception_handlers(self) -> None:
        """Set none: refusals go up to ``open_to_all``, and faults to Django as everywhere else."""

    def validation_error_from_error_contexts(self, error_contexts) -> BadParameterError:
        """Return the first refusal. Parameters stand in groups: ``filters``, ``paging``."""
        model, found = error_contexts[0].model, error_contexts[0].pydantic_validation_error
        error = found.errors(include_url=False)[0]
        group, name = error["loc"][:2]
        return bad_value(name, model.model_fields[group].annotation.model_fields[name], error)

    def reads(self, address: str, name: str, found=None, others=None, url_name="", **says):
        """Return a decorator for what answers at the address. Its docstring is what OpenAPI says of it.

        ``found`` is the schema of the answer, or None where that is no JSON. ``says`` is what else OpenAPI
        tells of it, and ``others`` of the answers, by status, that only this address has: problems, unless
        they have a content of their own.
        """
        others = others or {}
        problems = (400, 405, *(status for status, said in others.items() if "content" not in said))
        replies = {200: found, 304: None} | dict.fromkeys(others) | dict.fromkeys(problems, Problem)
        return lambda view: self.api_operation(
            ["GET", "HEAD"],
            address,
            operation_id=f"get_{name}",
            url_name=url_name or name,
            summary=view.__doc__,
            response=replies,
            openapi_extra={"responses": {200: says, **others}},
        )(view)

    @property
    def patterns(self) -> list[URLPattern]:
        """The addresses for ``urls.py``, without Ninja's front page, and without those that pages route."""
        return [
            path(str(one.pattern), open_to_all(one.callback), name=one.name)
            for one in self.urls[0]
            if str(one.pattern) and not one.pattern.converters
        ]

    @cached_property
    def _described(self) -> dict:
        return self.get_openapi_schema(path_prefix="")

    def openapi(self, schemas: dict) -> dict:
        """Return the description. ``schemas`` are those of parameters that are not always the same."""
        return completed(self._described, schemas) | {"servers": [{"url": settings.BASE_URL}]}
