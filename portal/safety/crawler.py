"""Walks every address of a site that a visitor can reach: site map, links, and all that pages load."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from .answer import Answer
from .references import in_css, in_script, is_elsewhere, loaded_by

LIMIT = 20_000
_LOCATION = re.compile(r"<loc>\s*([^<\s]+)\s*</loc>")
_SITE_MAP = re.compile(r"^sitemap:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
# What the site itself writes whole, with its public host, which may differ from the one asked now.
_NAMED_WHOLE = {"robots.txt": _SITE_MAP, "sitemap.xml": _LOCATION}


class UnfinishedWalkError(Exception):
    """The site has more addresses than may be looked at."""


def _on_this_host(base: str, address: str) -> str:
    parts = urlsplit(address)
    return urljoin(base, parts._replace(scheme="", netloc="").geturl() or "/")


def _named_in(answer: Answer) -> Iterator[str]:
    """Yield every address that the answer leads to, as it is written there."""
    if pattern := _NAMED_WHOLE.get(urlsplit(answer.url).path.rpartition("/")[2]):
        yield from (_on_this_host(answer.url, unescape(found)) for found in pattern.findall(answer.text))
    if location := answer.headers.get("location"):
        yield location
    if answer.kind == "text/css":
        yield from in_css(answer.text)
    elif "javascript" in answer.kind:
        yield from in_script(answer.text)
    for element in answer.elements:
        yield from loaded_by(element)
        if element.tag in ("a", "area", "link"):
            yield element.get("href")


def next_addresses(answer: Answer) -> Iterator[str]:
    """Yield the addresses of this origin that the answer leads to, without their fragments."""
    for named in _named_in(answer):
        if is_elsewhere(answer.url, named):
            continue
        address = urldefrag(urljoin(answer.url, named.strip())).url
        if urlsplit(address).scheme in ("http", "https"):
            yield address


def walk(
    start: str,
    fetch: Callable[[str], Answer],
    also: Iterable[str] = (),
    staff: str = "/admin/",
    limit: int = LIMIT,
) -> Iterator[Answer]:
    """Yield what each address answers, each once, starting at ``start``.

    ``also`` names paths that no page links. Below ``staff`` only the first page is asked for, and
    where it leads: that is all a visitor can come to there.
    """
    first = (start, *(urljoin(start, path) for path in ("/", "/robots.txt", "/sitemap.xml", *also, staff)))
    waiting = deque(dict.fromkeys(first))
    seen = set(waiting)
    asked = 0
    while waiting:
        if asked == limit:
            raise UnfinishedWalkError(f"there are more than {limit} addresses; the rest was not looked at")
        address = waiting.popleft()
        asked += 1
        for_staff = urlsplit(address).path.startswith(staff)
        answer = replace(fetch(address), for_staff=for_staff)
        yield answer
        if for_staff and "location" not in answer.headers:
            continue
        found = dict.fromkeys(one for one in next_addresses(answer) if one not in seen)
        seen.update(found)
        waiting.extend(found)
