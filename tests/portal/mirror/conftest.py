"""A site of three pages, for which an export takes no time."""

import pytest

from portal.mirror import export, filling
from portal.mirror.asking import Asked
from portal.safety.answer import Answer
from portal.serving.generation import State

PUBLIC = {"content-type": "text/html; charset=utf-8", "cdn-cache-control": "public, max-age=60"}


def page(words: str, **headers: str) -> Asked:
    """Return a public page with the words."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Asked(Answer("http://testserver/", 200, PUBLIC | named, (), words.encode()))


def moved(to: str) -> Asked:
    """Return a redirect."""
    return Asked(Answer("http://testserver/", 301, {"location": to, "content-type": "text/html"}))


class SmallSite:
    """What it answers may be changed; ``state`` and ``until`` are as the site would tell them."""

    def __init__(self):
        self.state, self.until, self.asked = State(1, 0), float("inf"), []
        self.answers = {
            "/": page('<a href="/a/">one</a>'),
            "/a/": page("A page with some words. " * 40),
            "/search": moved("/a/"),
        }

    def ask(self, address: str) -> Asked:
        self.asked.append(address)
        return self.answers.get(address, Asked(Answer(f"http://testserver{address}", 404)))


@pytest.fixture
def small(monkeypatch):
    """A small site in the place of the whole one."""
    site = SmallSite()
    monkeypatch.setattr(filling, "ask", site.ask)
    monkeypatch.setattr(filling, "first_addresses", lambda: ["/", "/search"])
    monkeypatch.setattr(export, "state_now", lambda: site.state)
    monkeypatch.setattr(export, "next_change", lambda: site.until)
    monkeypatch.setattr(export, "own_release", lambda: "one")
    own = dict.fromkeys(("/_mirror/asked", "/_mirror/not-found", "/_mirror/went-wrong"), page("own"))
    monkeypatch.setattr(filling, "own_pages", lambda: own)
    return site
