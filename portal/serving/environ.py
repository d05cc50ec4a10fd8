"""From a request as granian tells it (RSGI) to what a WSGI application is told (PEP 3333)."""

import sys
from collections.abc import Iterable
from wsgiref.util import FileWrapper

from .addresses import host_and_port

# A client's "Proxy" header would become HTTP_PROXY, which many libraries take for a setting.
DROPPED = {"proxy", "transfer-encoding", "content-length", "content-type"}


def _as_wsgi(text: str) -> str:
    """Return the text as WSGI wants it: its bytes, each written as the character of that number."""
    return text.encode().decode("latin-1")


def _headers(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return headers under their CGI names, those that came several times joined.

    Names with an underscore are dropped: they would pass for the same name with a hyphen, which a
    proxy may have set.
    """
    found: dict[str, str] = {}
    for name, value in headers:
        if "_" in name or name in DROPPED:
            continue
        key = "HTTP_" + name.upper().replace("-", "_")
        separator = "; " if name == "cookie" else ","
        found[key] = f"{found[key]}{separator}{value}" if key in found else value
    return found


def environ_of(scope, body, length: int = 0) -> dict:
    """Return the WSGI environment of a request whose ``body`` of ``length`` bytes has been read."""
    client, _ = host_and_port(scope.client)
    server, port = host_and_port(scope.server)
    environ = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": _as_wsgi(scope.path),
        "QUERY_STRING": _as_wsgi(scope.query_string),
        "SERVER_NAME": server,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": client,
        "CONTENT_LENGTH": str(length) if length else "",
        "CONTENT_TYPE": scope.headers.get("content-type") or "",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FileWrapper,
        **_headers(scope.headers.items()),
    }
    if scope.authority:
        # A host in the request's first line outranks the header (RFC 9112, 3.2.2).
        environ["HTTP_HOST"] = scope.authority
    return environ
