"""Asks a running site for one address, as a visitor who has never been here."""

from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from .answer import Answer

# How the audit names itself, so that its look at a publication's file is not counted as a download.
AGENT = "safety_audit"
SECONDS = 30
MAX_BYTES = 64 * 1024 * 1024


class _StayHere(HTTPRedirectHandler):
    """Hands redirects back, so that each is judged like any other answer."""

    def redirect_request(self, *args, **kwargs):
        return None


# No cookie jar: every request is the first.
_opener = build_opener(_StayHere, ProxyHandler({}))


def fetch(url: str) -> Answer:
    """Return what the site answers; status 0 where it does not answer at all."""
    request = Request(quote(url, safe="%/:=&?~+!$,;'@()*[]"), headers={"User-Agent": AGENT})  # noqa: S310
    try:
        try:
            response = _opener.open(request, timeout=SECONDS)
        except HTTPError as error:
            response = error
        with response:
            headers = response.headers
            return Answer(
                url,
                response.status,
                {name.lower(): ", ".join(headers.get_all(name)) for name in headers},
                tuple(headers.get_all("Set-Cookie") or ()),
                response.read(MAX_BYTES),
            )
    except (OSError, HTTPException):
        return Answer(url, 0)
