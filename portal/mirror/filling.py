"""Asks for all that is public and lets it be written, and decides what a fault of the site means for it."""

import time
from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse

from ..safety.answer import Answer
from .asking import Asked, ask
from .files import Writer, name_for
from .judging import Kind
from .manifest import Entry, Manifest
from .walking import Leads, first_addresses, plain, walk
from .words import NOT_FOUND, own_pages

# So many pages may be broken before the whole site counts as broken, and how soon they are tried again.
MOST_FAULTS, AGAIN_SECONDS = 5, 60


class ExportError(Exception):
    """No new mirror was made; the one before stays. The message says what to do."""


class Filling:
    """Fills a mirror. ``known`` is what the mirror before held, by address.

    A single broken page stays as it was, so that a takedown of another never waits for it to be mended.
    """

    def __init__(self, made: Manifest, writer: Writer, known: dict[str, Entry]):
        self.made, self.writer, self.known = made, writer, known
        self.faults: list[str] = []
        self._queried: set[tuple[str, str]] = set()

    def fill(self) -> None:
        """Write each public address, and the mirror's own pages.

        Raises:
            ExportError: if the site as a whole answers with faults, so that what was good before is kept.
        """
        made = self.made
        self._put_all(first_addresses())
        if self.faults:  # what only a broken page leads to is known from before
            self._put_all(one for one in self.known if one not in made.entries and one not in self.faults)
            made.until = min(made.until, time.time() + AGAIN_SECONDS)
        for name, word in self._queried:
            made.asks.setdefault(name, word)
        for name, page in own_pages().items():
            made.entries[name] = self.writer.put(name, page)
        made.error_headers = made.entries[NOT_FOUND].headers
        made.redirect_headers = made.entries[reverse("search").rstrip("/")].headers  # which adds a slash

    def _put_all(self, first: Iterable[str]) -> None:
        made = self.made
        for address, asked, kind in walk(first, ask):
            if address in made.entries:
                continue
            name = name_for(address)
            if self._is_broken(address, asked.answer):
                self._keep(address)
            elif kind is Kind.ASKS:
                made.asks[name_for(address.partition("?")[0])] = "always"
            elif kind is Kind.REDIRECT:
                made.entries[address] = self.writer.redirect(asked.answer)
            elif kind is Kind.FILE:
                made.entries[address] = self.writer.put(name, asked)
                self._queried |= _names_that_ask(address, asked)

    def _is_broken(self, address: str, answer: Answer) -> bool:
        if answer.status == 400 and address == "/":
            raise ExportError(
                f"The site does not answer to its own name: ALLOWED_HOSTS lacks {settings.BASE_URL}."
            )
        if answer.status < 500 and (address != "/" or answer.status == 200):
            return False
        if address not in self.faults:
            self.faults.append(address)
        if address == "/" or len(self.faults) > MOST_FAULTS:
            raise ExportError(
                f"The site itself answers {address} with status {answer.status}. The mirror before stays. "
                "Mend that first, or run the export again when the database is back."
            )
        return True

    def _keep(self, address: str) -> None:
        """Leave an address as it was in the mirror before, if it was there."""
        if entry := self.known.get(address):
            if entry.name:
                self.writer.keep(entry)
            self.made.entries[address] = entry


def _names_that_ask(address: str, asked: Asked) -> set[tuple[str, str]]:
    """Return under which names a query means something: nobody may be shown another answer in its place."""
    found = {(name_for(plain(path)), "query") for path in Leads.of(asked.answer).forms}
    path, is_query, _ = address.partition("?")
    is_data = not asked.answer.is_html and asked.answer.headers.get("access-control-allow-origin") == "*"
    if is_data:
        found.add((name_for(path), "data"))
    elif is_query:
        found.add((name_for(path), "query"))
    return found
