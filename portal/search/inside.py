"""What apps know of the inside of pages, such as the text of a publication's file.

An app registers a function under ``HOOK``. It is given the words and whether every one is wanted, and
returns ``Inside`` by the id of each public page that has them, the best page first. It must ask the
database once, and return nothing of a page that ``index.public_pages`` does not.
"""

from collections.abc import Callable
from dataclasses import dataclass

from wagtail import hooks

HOOK = "portal_search_inside"


@dataclass(frozen=True)
class Hit:
    """A place with the words: its name, its address below the page's own, and its text."""

    label: str
    address: str
    text: str


@dataclass(frozen=True)
class Inside:
    """The best places inside a page; the address below the page's own that shows all."""

    hits: list[Hit]
    all_hits: str


Provider = Callable[[list[str], bool], dict[int, Inside]]


def inside_pages(words: list[str], *, every: bool) -> dict[int, Inside]:
    """Return what all providers found, one query for each."""
    providers: list[Provider] = hooks.get_hooks(HOOK)
    return {page: inside for provider in providers for page, inside in provider(words, every).items()}
