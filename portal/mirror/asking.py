"""Asks the site for an address without a server or a browser, as a visitor who has never been here."""

import io
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from django.conf import settings
from django.core.files.storage import storages
from django.core.handlers.wsgi import WSGIHandler

from ..safety.answer import Answer
from ..safety.fetching import AGENT
from ..serving.files import part_to_send
from ..serving.pages.variants import TEXT


@dataclass(frozen=True)
class Asked:
    """An answer; ``file`` is where its bytes lie, if they are those of a whole file and no text.

    ``is_text`` says whether somebody may read it for addresses, and whether compressing pays.
    """

    answer: Answer
    file: Path | None = None

    @property
    def is_text(self) -> bool:
        return is_text(self.answer.headers)


def is_text(headers: dict[str, str]) -> bool:
    """Whether an answer with these headers is text, a drawing included."""
    return headers.get("content-type", "").startswith(TEXT)


@cache
def _handler() -> WSGIHandler:
    return WSGIHandler()


def environ_for(address: str) -> dict:
    """Return the WSGI environment of a GET for a path with or without a query, at the site's own address."""
    own, asked = urlsplit(settings.BASE_URL), urlsplit(address)
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(asked.path).decode("latin-1"),
        "QUERY_STRING": asked.query,
        "SERVER_NAME": own.hostname,
        "SERVER_PORT": str(own.port or {"https": 443}.get(own.scheme, 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": own.netloc,
        "HTTP_X_FORWARDED_PROTO": own.scheme,
        # So that publications do not count it as a download.
        "HTTP_USER_AGENT": AGENT,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": own.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


def _file_of(response) -> Path | None:
    """Return the file that the answer consists of, also where nginx is to send it."""
    if part := part_to_send(response):
        return Path(part.path)
    if told := response.get("X-Accel-Redirect"):
        name = unquote(told.removeprefix(f"{settings.X_ACCEL_PREFIX}/"))
        return Path(storages["documents"].path(name))
    return None


def ask(address: str) -> Asked:
    """Return what the site answers a visitor at the path."""
    response = _handler()(environ_for(address), lambda status, headers, exc_info=None: None)
    try:
        headers = {name.lower(): value for name, value in response.items()}
        cookies = tuple(one.OutputString() for one in response.cookies.values())
        file, body = _file_of(response), b""
        if file is None:
            body = b"".join(response)
        elif is_text(headers):
            file, body = None, file.read_bytes()
        return Asked(Answer(settings.BASE_URL + address, response.status_code, headers, cookies, body), file)
    finally:
        response.close()
