"""Walks all that is public: lists of addresses first, then whatever those answers lead to."""

import hashlib
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import quote, unquote, urljoin, urlsplit

from cachetools import LRUCache
from django.conf import settings
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from ..answering.always import always_kept
from ..answering.frame import site_root_path
from ..safety.addresses import NO_SUCH_PAGE, fixed_addresses
from ..safety.answer import Answer
from ..safety.crawler import LIMIT, UnfinishedWalkError, next_addresses
from ..visibility import public_now
from .asking import Asked
from .judging import Kind, is_for_staff, kind_of

# An address in a text, a feed or data. Braces stand in descriptions: /statistics/{slug}/.
_WHOLE = re.compile(r"https?://[^\s\"'<>\\,{}()|]++")
_KEPT = "/:@!$&'()*+,;=~-._"


def first_addresses() -> Iterator[str]:
    """Yield the addresses from the site's own lists: pages and what answers below them, and moved ones."""
    yield from ("/", "/robots.txt", "/sitemap.xml", NO_SUCH_PAGE, reverse("leave"))
    yield from always_kept()
    yield from (one for one in fixed_addresses() if "?" not in one)
    root = site_root_path(None)
    pages = public_now(Page.objects.filter(url_path__startswith=root)).order_by("path")
    for page in pages.specific():
        own = "/" + page.url_path.removeprefix(root).rstrip("/")
        yield from (f"{own.rstrip('/')}{path}" for path in page.get_route_paths())
    for old in Redirect.objects.values_list("old_path", flat=True):
        yield old
        if "?" not in old and "." not in old.rpartition("/")[2]:
            yield f"{old.rstrip('/')}/"


def plain(address: str) -> str:
    """Return the path, written in the one way in which it is kept, with its query."""
    parts = urlsplit(address)
    path = quote(unquote(parts.path or "/"), safe=_KEPT)
    return f"{path}?{parts.query}" if parts.query else path


def _named_whole(text: str) -> Iterator[str]:
    """Yield the addresses of this site that stand whole in a text, such as a feed or data."""
    for found in _WHOLE.findall(text):
        if found.startswith(f"{settings.BASE_URL}/"):
            yield unescape(found.removeprefix(settings.BASE_URL)).partition("#")[0].rstrip(".;")


@dataclass(frozen=True)
class Leads:
    """The paths of this site that an answer names, none for staff, and those to which its forms send."""

    named: tuple[str, ...]
    forms: tuple[str, ...]

    @classmethod
    def of(cls, answer: Answer) -> "Leads":
        """Return those of the answer; a page that says what it said before is not read again."""
        key = (answer.url, hashlib.sha256(answer.body).digest(), answer.headers.get("location"))
        found = _known.get(key)
        if found is None:
            found = _known[key] = cls(tuple(_named_in(answer)), tuple(_forms_in(answer)))
        return found


# What a process that exports again and again has read already.
_known: LRUCache[tuple, Leads] = LRUCache(20_000)


def _named_in(answer: Answer) -> Iterator[str]:
    own = settings.BASE_URL
    linked = (one.removeprefix(own) for one in next_addresses(answer) if one.startswith(f"{own}/"))
    for found in (*linked, *_named_whole(answer.text)):
        address = plain(found)
        path = urlsplit(address).path
        if not is_for_staff(path) and not {".", ".."} & set(path.split("/")):
            yield address


def _forms_in(answer: Answer) -> Iterator[str]:
    for element in answer.elements:
        # A form of a dialog is sent nowhere.
        if element.tag == "form" and element.get("method").lower() != "dialog":
            yield urlsplit(urljoin(answer.url, element.get("action"))).path


def walk(
    first: Iterable[str], ask: Callable[[str], Asked], limit: int = LIMIT
) -> Iterator[tuple[str, Asked, Kind]]:
    """Yield each address with its answer, and what becomes of it; only what stays is followed.

    Raises:
        UnfinishedWalkError: if there are more addresses than the limit.
    """
    waiting = deque(dict.fromkeys(plain(one) for one in first))
    seen = set(waiting)
    while waiting:
        address = waiting.popleft()
        asked = ask(address)
        kind = kind_of(asked.answer)
        yield address, asked, kind
        if kind in (Kind.FILE, Kind.REDIRECT):
            found = dict.fromkeys(one for one in Leads.of(asked.answer).named if one not in seen)
            seen.update(found)
            waiting.extend(found)
        if len(seen) > limit:
            raise UnfinishedWalkError(f"there are more than {limit} addresses")
