"""What Ninja's description of the addresses lacks: headers, HEAD, OPTIONS, and answers that are no JSON."""

from .problems import CONTENT_TYPE


def header(description: str, **schema) -> dict:
    """Return the description of a header that is always sent."""
    return {"description": description, "required": True, "schema": {"type": "string", **schema}}


_OPEN = {
    "Access-Control-Allow-Origin": header("Scripts of any site may read the answer.", const="*"),
    "Access-Control-Expose-Headers": header("The headers that such scripts may read."),
}
_KEPT = {
    "ETag": header(
        "Send it back as If-None-Match, to hear 304 if nothing has changed.", pattern='^W/"[0-9a-f]+"$'
    ),
    "Cache-Control": header("For how many seconds the answer may be kept."),
}
_ALLOW = {"Allow": header("The methods that this address knows.")}
_PREFLIGHT = {
    "description": "What scripts of other sites may ask.",
    "headers": {
        **_OPEN,
        **_ALLOW,
        "Access-Control-Allow-Methods": header("The methods they may use."),
        "Access-Control-Allow-Headers": header("The headers they may send."),
        "Access-Control-Max-Age": header("For how many seconds this holds.", pattern="^[0-9]+$"),
    },
}
_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "description": "The ETag of an earlier answer from this address.",
    "schema": {"type": "string"},
}
# Answers that are the same at every address, by their status; an address may say more in ``openapi_extra``.
_SAME = {
    304: "Nothing has changed since the answer with the tag that was sent.",
    400: "A parameter is unknown or has a value that it cannot have.",
    405: "These data can only be read.",
}
_NOT_JSON = "text/html"


def _reply(status: int, reply: dict) -> dict:
    """Return Ninja's answer with its words, its headers and, for a problem, its content type."""
    content = reply.get("content", {})
    if _NOT_JSON in content:  # the site's own page, which knows nothing of the data
        return reply
    kept, allow = (_KEPT if status in (200, 304) else {}), (_ALLOW if status == 405 else {})
    if status >= 400:
        content = {CONTENT_TYPE: content["application/json"]}
    return {
        "description": _SAME.get(status, reply["description"]),
        "headers": {**_OPEN, **kept, **allow, **reply.get("headers", {})},
        **({"content": content} if content else {}),
    }


def _methods(get: dict, schemas: dict) -> dict:
    """Return GET, HEAD and OPTIONS of an address."""
    name = get["operationId"].removeprefix("get_")
    asked = [one | {"schema": schemas.get(one["name"], one["schema"])} for one in get["parameters"]]
    in_path = [one for one in asked if one["in"] == "path"]
    in_query = [*(one for one in asked if one["in"] == "query"), _IF_NONE_MATCH]
    replies = {status: _reply(status, reply) for status, reply in get["responses"].items()}
    headers_alone = {status: reply | {"content": {}} for status, reply in replies.items() if status != 405}
    pages = {status: reply for status, reply in replies.items() if _NOT_JSON in reply.get("content", {})}
    said = {key: get[key] for key in ("operationId", "summary")}
    head = {"operationId": f"head_{name}", "summary": f"{get['summary']} Only the headers."}
    options = {"operationId": f"options_{name}", "summary": "What scripts of other sites may ask here."}
    return {
        "parameters": in_path,
        "get": {**said, "parameters": in_query, "responses": replies},
        "head": {**head, "parameters": in_query, "responses": headers_alone},
        "options": {**options, "responses": {204: _PREFLIGHT, **pages}},
    }


def completed(described: dict, schemas: dict) -> dict:
    """Return Ninja's description of addresses that are all only read, completed.

    ``schemas`` take the place of those that it has for parameters of these names.
    """
    paths = {address: _methods(methods["get"], schemas) for address, methods in described["paths"].items()}
    return {**described, "paths": paths}
