"""The answers that addresses have in common: data, unchanged, bad request, not found, not allowed."""

from ..answers import PROBLEM
from .schemas import reference

_TEXT = {"type": "string"}
_CORS = {
    "description": "Scripts of any site may read the answer.",
    "schema": {"type": "string", "const": "*"},
}
_EXPOSED = {"description": "The headers that such scripts may read.", "schema": _TEXT}
_OPEN = {"Access-Control-Allow-Origin": _CORS, "Access-Control-Expose-Headers": _EXPOSED}
_ALLOW = {"description": "The methods that this address knows.", "schema": _TEXT, "required": True}
_KEPT = {
    "ETag": {
        "description": "Send it back as If-None-Match, to hear 304 if nothing has changed.",
        "required": True,
        "schema": {"type": "string", "pattern": '^W/"[0-9a-f]+"$'},
    },
    "Cache-Control": {"description": "For how many seconds the answer may be kept.", "schema": _TEXT},
}
LINK = {"Link": {"description": "The address of what describes these data.", "schema": _TEXT}}
FILE_NAME = {"Content-Disposition": {"description": "A name for the file.", "schema": _TEXT}}


def _content(content_type: str, schema: dict | None) -> dict:
    return {content_type: {"schema": schema} if schema else {"schema": {"type": "string"}}}


def found(description: str, content_type: str, schema: dict | None, more_headers: dict | None = None) -> dict:
    """Return the answer that holds what was asked for."""
    headers = {**_OPEN, **_KEPT, **(more_headers or {})}
    return {"description": description, "headers": headers, "content": _content(content_type, schema)}


def problem(description: str, more_headers: dict | None = None) -> dict:
    """Return an answer that says what is wrong."""
    headers = {**_OPEN, **(more_headers or {})}
    return {
        "description": description,
        "headers": headers,
        "content": _content(PROBLEM, reference("Problem")),
    }


NO_PAGE = {
    "description": "There is no such figure that anyone may read. The answer is the site's page for that.",
    "content": _content("text/html", None),
}
UNCHANGED = {
    "description": "Nothing has changed since the answer with the tag that was sent.",
    "headers": {**_OPEN, **_KEPT},
}
BAD_PARAMETER = problem("A parameter is unknown or has a value that it cannot have.")
NOT_ALLOWED = problem("These data can only be read.", {"Allow": _ALLOW})
PREFLIGHT = {
    "description": "What scripts of other sites may ask.",
    "headers": {
        **_OPEN,
        "Allow": _ALLOW,
        "Access-Control-Allow-Methods": {"description": "The methods they may use.", "schema": _TEXT},
        "Access-Control-Allow-Headers": {"description": "The headers they may send.", "schema": _TEXT},
        "Access-Control-Max-Age": {
            "description": "For how many seconds this holds.",
            "schema": {"type": "string", "pattern": "^[0-9]+$"},
        },
    },
}
