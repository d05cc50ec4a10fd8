"""Walks the finder as a reader does: from its first page, by the links of its answers."""

import html
import re
from dataclasses import dataclass

from django.utils.html import strip_tags

START = "/next/"
MAX_CLICKS = 3


@dataclass(frozen=True)
class Step:
    """A page of the finder, and the words of the links that led to it."""

    address: str
    clicked: tuple[str, ...]
    response: object

    @property
    def html(self) -> str:
        return self.response.content.decode()

    @property
    def main(self) -> str:
        return re.search(r"<main.*?</main>", self.html, re.DOTALL)[0]

    @property
    def heading(self) -> str:
        return plain(re.search(r"<h1>(.*?)</h1>", self.html, re.DOTALL)[1])

    @property
    def answers(self) -> dict[str, str]:
        """The links that lead on, by their addresses."""
        links = re.findall(r'<a href="([^"]+)"[^>]*>(.*?)</a>', self.main, re.DOTALL)
        return {
            url: plain(words) for url, words in links if url != self.address and url.startswith(self.address)
        }

    @property
    def is_leaf(self) -> bool:
        return not self.answers

    @property
    def routes(self) -> list[str]:
        """The names of the routes it shows."""
        return [
            plain(re.search(r"<h3>(.*?)</h3>", route, re.DOTALL)[1])
            for route in re.findall(r'<article class="help-route.*?</article>', self.main, re.DOTALL)
        ]

    def came_by(self, words: str) -> bool:
        """Whether a link with these words was followed on the way."""
        return any(words in clicked for clicked in self.clicked)


def plain(markup: str) -> str:
    return " ".join(html.unescape(strip_tags(markup)).split())


def walk(client, address: str = START, clicked: tuple[str, ...] = ()) -> list[Step]:
    """Return every page that links lead to, the first page first."""
    step = Step(address, clicked, client.get(address))
    assert step.response.status_code == 200, address
    assert len(clicked) <= MAX_CLICKS, f"{address} is more than {MAX_CLICKS} clicks away"
    found = [step]
    for url, words in step.answers.items():
        found += walk(client, url, (*clicked, words))
    return found
