"""What the site answered at one address: all that a rule may look at."""

import zlib
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from .markup import Element, elements_of

_MAX_STREAM_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True)
class Answer:
    """One answer. The names of headers are in small letters; status 0 means that none came."""

    url: str
    status: int
    headers: dict[str, str] = field(default_factory=dict)
    cookies: tuple[str, ...] = ()
    body: bytes = b""
    for_staff: bool = False

    @property
    def page(self) -> str:
        """The address as findings name it: path and query."""
        parts = urlsplit(self.url)
        return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"

    @property
    def kind(self) -> str:
        """The media type, such as "text/html"."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def is_html(self) -> bool:
        """Whether a browser would show it as a page."""
        return self.kind in ("text/html", "application/xhtml+xml")

    @property
    def is_page(self) -> bool:
        """Whether somebody reads it: HTML that is not just the way to another address."""
        return self.is_html and not 300 <= self.status < 400

    @cached_property
    def text(self) -> str:
        """The body as text; of a picture nothing, of a PDF also its packed parts, such as its links."""
        body = self.body
        if self.kind.startswith("image/") and self.kind != "image/svg+xml":
            return ""
        if self.kind == "application/pdf":
            body += b"\n".join(_unpacked(part) for part in body.split(b"endstream")[:-1])
        return body.decode("utf-8", "replace")

    @cached_property
    def elements(self) -> list[Element]:
        """The elements of HTML and of drawings; nothing for other kinds."""
        return elements_of(self.text) if self.is_html or self.kind == "image/svg+xml" else []


def _unpacked(part: bytes) -> bytes:
    """Return the start of the stream at the end of the part, or nothing where it is packed in another way."""
    _, _, stream = part.partition(b"stream")
    try:
        return zlib.decompressobj().decompress(stream.lstrip(b"\r\n"), _MAX_STREAM_BYTES)
    except zlib.error:
        return b""
