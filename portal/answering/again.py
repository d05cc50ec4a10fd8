"""Answers that are given again without a question to the database, until something changes.

A response may say how it is made again, by ``response.again``: a function that is given the next request for
the same path. That is remembered where anyone may read the page that gave it, for visitors without a session.
"""

import time
from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from ..serving.generation import State
from ..site.memory import Memory, state_now

READING = ("GET", "HEAD")


class _Known(NamedTuple):
    """How an answer is given, and until when: seconds since 1970."""

    give: Callable[[HttpRequest], HttpResponse]
    ends: float


_known: Memory[_Known] = Memory(500)


def _is_for_anyone(request) -> bool:
    return request.method in READING and settings.SESSION_COOKIE_NAME not in request.COOKIES


def given_again(request, path: str) -> HttpResponse | None:
    """Return the answer to a visitor's request for a path, if it is known how it is made."""
    if not _is_for_anyone(request):
        return None
    known = _known.recall((request.get_host(), path), state_now())
    return known.give(request) if known and time.time() < known.ends else None


def remember(request, path: str, page, response, state: State | None) -> None:
    """Keep how a page's answer is made again; ``state`` was so before the page was looked for."""
    give = getattr(response, "again", None)
    if give and getattr(page, "known_public", False) and _is_for_anyone(request):
        ends = page.expire_at.timestamp() if page.expire_at else float("inf")
        _known.keep((request.get_host(), path), state, _Known(give, ends))
