"""All the words of all entries, and the names and numbers of the routes: what a search is compared with."""

import re
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from portal.search.phrases import Asked, Phrase, phrases_in, words_in
from portal.site.memory import Memory, state_now

from ..models import HelpRoute, SearchWords
from ..phone_numbers import national

# A number as people write one, also with spaces or other marks between its digits.
_DIGITS = frozenset("0123456789")
_NUMBER = re.compile(r"\+?[0-9](?:[ ()./-]{0,2}[0-9]){1,14}")


class Entry(NamedTuple):
    """One record of words, ready to be compared."""

    order: int
    phrases: tuple[Phrase, ...]
    alone: tuple[Phrase, ...]
    says: str
    targets: tuple[tuple[str, int | None], ...]
    ends: datetime | None

    def fit(self, asked: Asked) -> int:
        """Return how many words of the search its best phrase has; 0 if none of them is in it."""
        found = [len(phrase.groups) for phrase in self.phrases if phrase.is_in(asked)]
        return max(
            found + [len(phrase.groups) for phrase in self.alone if phrase.is_all_of(asked)], default=0
        )


class Service(NamedTuple):
    """A route by what people know of it: the words of its name, and its numbers as bare digits."""

    pk: int
    name: tuple[str, ...]
    numbers: frozenset[str]


class Book(NamedTuple):
    """Everything to compare a search with."""

    entries: tuple[Entry, ...]
    services: tuple[Service, ...]
    known: dict[str, str]


_remembered: Memory[Book] = Memory(1)


def _digits(text: str) -> str:
    digits = "".join(letter for letter in text if letter in _DIGITS)
    return f"0{digits[2:]}" if text.startswith("+44") else digits


def _service(route: HelpRoute) -> Service:
    numbers = (national(number) for number in (route.phone, route.text_number) if number)
    return Service(route.pk, tuple(words_in(route.name)), frozenset(map(_digits, numbers)))


def _read() -> Book:
    entries = tuple(
        Entry(
            words.order,
            phrases_in(words.phrases),
            phrases_in(words.alone),
            words.says,
            tuple(words.targets()),
            words.expire_at,
        )
        for words in SearchWords.objects.filter(live=True)
    )
    routes = HelpRoute.objects.only("name", "phone", "text_number", "is_emergency")
    stems = (phrase.stems for entry in entries for phrase in (*entry.phrases, *entry.alone))
    return Book(entries, tuple(map(_service, routes)), dict(pair for pairs in stems for pair in pairs))


def book() -> Book:
    """Return all words: two queries after a change, none until the next."""
    state = state_now()
    if (known := _remembered.recall("book", state)) is not None:
        return known
    made = _read()
    _remembered.keep("book", state, made)
    return made


def _follow_each_other(name: tuple[str, ...], words: list[str]) -> bool:
    return any(tuple(words[place : place + len(name)]) == name for place in range(len(words)))


def services_asked_for(query: str, asked: Asked, services: tuple[Service, ...]) -> list[int]:
    """Return the ids of the routes whose name or number is in the search."""
    numbers = {_digits(number) for number in _NUMBER.findall(query)}
    return [
        service.pk
        for service in services
        if service.numbers & numbers or (service.name and _follow_each_other(service.name, asked.words))
    ]


def entries_that_fit(asked: Asked, entries: tuple[Entry, ...]) -> list[Entry]:
    """Return the entries whose words are in the search, the most urgent and then the closest first."""
    now = timezone.now()
    fits = [(entry, entry.fit(asked)) for entry in entries if not entry.ends or now < entry.ends]
    found = sorted((pair for pair in fits if pair[1]), key=lambda pair: (pair[0].order, -pair[1]))
    return [entry for entry, _ in found]
