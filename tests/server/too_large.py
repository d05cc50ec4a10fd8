"""Sends more than an editor may, as a browser does: all of it before it looks for an answer."""

import http.client
import urllib.parse

from .asking import Answer, Staff

MEGABYTE = 1024 * 1024
TOO_MUCH = 90 * MEGABYTE
FORM = "/admin/documents/add/"
PAGE = "text/html,application/xhtml+xml,*/*;q=0.8"


def send_too_much(url: str, staff: Staff | None, path: str = FORM, **headers: str) -> Answer:
    """Return the answer to 90 MB.

    Raises:
        OSError: if the connection breaks before all was sent.
    """
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=60)
    cookies = "; ".join(f"{one.name}={one.value}" for one in staff.cookies) if staff else ""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.putrequest("POST", path)
        for name, value in {"Cookie": cookies, "Content-Length": str(TOO_MUCH), **named}.items():
            connection.putheader(name, value)
        connection.endheaders()
        for _ in range(90):
            connection.send(b"x" * MEGABYTE)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()
