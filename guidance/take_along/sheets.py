"""What is printed on a card or a poster, as plain values: the sheet itself decides how it looks."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.dateformat import format as write_date

from ..audiences import Nation
from ..hours.wording import clock
from ..text_edition.dates import words_of_check
from .readers import EVERYBODY, Readers

CARD, POSTER = "card", "poster"
# The title stands in windows, lists of files and at the top, where anybody may see it.
TITLES = {CARD: "Useful numbers", POSTER: "People you can talk to"}
# How much may be said beside a number on a card.
SHORT = 60


@dataclass(frozen=True)
class Sheet:
    """A kind of sheet for some readers."""

    kind: str
    readers: Readers

    @property
    def name(self) -> str:
        """The last part of its address, and of the file's name: it says nothing."""
        return f"{self.kind}-{self.readers.code}.pdf"


SHEETS = {
    sheet.name: sheet for kind in (CARD, POSTER) for sheet in (Sheet(kind, one) for one in EVERYBODY.values())
}


def moment_in_words(moment: datetime) -> str:
    """Return a moment in the UK as cards and pages say it: "26 November 2026, 2:06pm"."""
    local = timezone.localtime(moment)
    return f"{write_date(local, 'j F Y')}, {clock(local.time())}"


def printed(sheet: Sheet, routes: list, edition: datetime | None, address: str, today: date) -> dict:
    """Return all that the sheet says; ``address`` is the whole one of the page with the newest sheets."""
    return {
        "kind": sheet.kind,
        "title": TITLES[sheet.kind],
        "entries": [_entry(route, is_long=sheet.kind == POSTER) for route in routes],
        "edition": moment_in_words(edition) if edition else "",
        "taken": write_date(today, "j F Y"),
        "address": without_scheme(address),
        "href": address,
    }


def without_scheme(address: str) -> str:
    """Return a web address as people type it."""
    parts = urlsplit(address)
    return f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/")


def _entry(route, *, is_long: bool) -> dict:
    hours = "; ".join(route.hours_lines())
    facts = {fact.missing: fact.value for fact in route.facts()}
    more = [hours, facts.get("cost", "")] if is_long else [hours if len(hours) <= SHORT else ""]
    return {
        "name": route.name,
        "where": "" if len(route.nations) == len(Nation) else _nations(route),
        "for": route.purpose() if is_long else "",
        "ways": _ways(route, is_long=is_long),
        "more": [words for words in more if words],
        "dated": words_of_check(route),
    }


def _nations(route) -> str:
    *names, last = (nation.label for nation in route.nations)
    return f"{', '.join(names)} and {last}" if names else last


def _ways(route, *, is_long: bool) -> list[dict]:
    """Return how to make contact, in words that work on paper; of several web addresses the first."""
    found, kinds = [], set()
    for way in route.ways():
        kind = way["kind"]
        if kind in kinds or (kind == "email" and not is_long):
            continue
        kinds.add(kind)
        words = without_scheme(way["href"]) if kind == "web" else way["words"]
        # What a text would be written to is no link: programs that show a PDF do not know such addresses.
        href = "" if kind == "text" else way["href"]
        found.append(
            {"verb": way["verb"], "words": words, "href": href, "is_number": kind in ("phone", "text")}
        )
    return found
