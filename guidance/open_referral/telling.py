"""What of a help route may leave the site: what visitors are shown, and nothing that staff alone see.

An answer that nobody knows is absent. So is what rests on conflicting sources alone, and all but the official
site of a route whose check is overdue.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from django.db.models import Field
from django.utils import timezone
from django.utils.dateformat import format as write_date
from wagtail.fields import RichTextField
from wagtail.models import Page

from portal.text.plain_words import paragraphs
from portal.visibility import public_now

from ..audiences import Audience, Nation
from ..models import HelpRoute
from ..models.route_check import CheckState
from ..models.route_contact import ALWAYS_SHOWN
from ..models.route_evidence import Cell, RouteEvidence
from ..models.route_facts import Known
from ..models.sourced import Confidence

# What says of itself for which ages it is: "For children and young people under 19."
_UNDER = re.compile(r"\bunder (\d{1,2})\b")
_FROM = re.compile(r"\baged (\d{1,2}) (?:or over|and over)\b")


def field_of(cell: Cell) -> Field | None:
    """Return the field of a route that holds the answer, if there is one of that name."""
    return next((field for field in HelpRoute._meta.fields if field.name == cell.value), None)


# The answers for which the standard has no place of its own.
ANSWERS = tuple(
    cell
    for cell in Cell
    if field_of(cell) and cell not in (Cell.WHO_FOR, Cell.HOURS, Cell.COST, Cell.LANGUAGES)
)


class Telling:
    """What is told of one route: ``sources`` and ``categories`` (title and path by slug) come with it."""

    def __init__(self, route: HelpRoute, evidence: list[RouteEvidence], categories: list[Page]):
        self.route = route
        self.categories = categories
        found = defaultdict(set)
        for row in evidence:
            found[row.cell].add(row.confidence)
        in_doubt = {cell for cell, seen in found.items() if seen == {Confidence.CONFLICTING}}
        self._doubtful = in_doubt | set(route.withheld)
        is_told = not route.is_withdrawn
        self.sources = [row for row in evidence if is_told and row.confidence != Confidence.CONFLICTING]

    def tells(self, cell: Cell) -> bool:
        """Whether what is known in answer to the question may be told."""
        return not self.route.is_withdrawn and cell not in self._doubtful

    @cached_property
    def contacts(self) -> dict[str, str]:
        """The ways to make contact that are told, by their fields."""
        route = self.route
        # A card leaves the official site out where it has the service's form or chat.
        shown = {route.website_url, *(way["href"] for way in route.ways())}
        if Cell.CONTACT in self._doubtful:
            shown &= {route.website_url, *(f"tel:{number}" for number in ALWAYS_SHOWN)}
        hrefs = {
            "phone": route.phone_href,
            "text_number": route.text_href,
            "email": f"mailto:{route.email}",
            **{name: getattr(route, name) for name in route.WEB_ADDRESSES},
        }
        return {name: getattr(route, name) for name, href in hrefs.items() if href and href in shown}

    @property
    def website_label(self) -> str:
        """The words of the link to the official site, where it has its own."""
        own = [way["words"] for way in self.route.ways() if way["href"] == self.route.website_url]
        return own[0] if own and own[0] != self.route.website_url else ""

    @property
    def who_for(self) -> str:
        """Who it is for, in one sentence."""
        return "" if Cell.WHO_FOR in self._doubtful else self.route.purpose()

    @property
    def advice(self) -> list[str]:
        """What to know before, in paragraphs."""
        return [text for rich_text in self.route.advice() for text in paragraphs(rich_text)]

    @property
    def nations(self) -> list[Nation]:
        """Where it answers."""
        return [] if Cell.NATIONS in self._doubtful else self.route.nations

    @property
    def audiences(self) -> list[Audience]:
        """Who may use it."""
        return self.route.audiences

    def age(self, pattern: re.Pattern) -> int | None:
        """Return the age that a line for children alone names of itself, since others name other people's."""
        found = pattern.search(self.who_for) if self.audiences == [Audience.CHILD] else None
        return int(found[1]) if found else None

    @property
    def minimum_age(self) -> int | None:
        """The lowest age for which it is, in years."""
        return self.age(_FROM)

    @property
    def maximum_age(self) -> int | None:
        """The highest age for which it is, in years."""
        under = self.age(_UNDER)
        return under - 1 if under else None

    def chosen(self, cell: Cell) -> str:
        """Return the value that was chosen from a list in answer, or nothing."""
        field = field_of(cell)
        value = getattr(self.route, cell.value) if field.choices and self.tells(cell) else ""
        return "" if value == Known.UNKNOWN else value

    def words(self, cell: Cell) -> str:
        """Return the answer in words, or nothing. Paragraphs are parted by an empty line."""
        field = field_of(cell)
        if cell in self._doubtful:
            return ""
        if isinstance(field, RichTextField):
            shown = self.route.next_steps() if cell is Cell.WHAT_HAPPENS else getattr(self.route, cell.value)
            return "\n\n".join(paragraphs(shown)) if self.tells(cell) or cell is Cell.WHAT_HAPPENS else ""
        if not self.tells(cell):
            return ""
        return self.route.answer(cell.value) if field.choices else getattr(self.route, cell.value)

    @property
    def hours(self) -> list[str]:
        """When it answers, a line each."""
        return self.route.hours_lines() if self.tells(Cell.HOURS) else []

    @property
    def is_confirmed(self) -> bool:
        """Whether a person of the owner's confirmed it."""
        return self.route.is_confirmed

    @property
    def checked_on(self) -> date | None:
        """The day on which it was looked up or checked."""
        return self.route.checked_on

    @property
    def check(self) -> str:
        """What visitors read of the last check."""
        if not self.checked_on:
            return "Not checked yet."
        day = write_date(self.checked_on, "j F Y")
        return f"Checked {day}." if self.is_confirmed else f"Looked up {day}, not yet confirmed by the owner."

    @property
    def caution(self) -> str:
        """What a reader must be told with the contacts; nothing of the emergency number."""
        if self.route.is_emergency:
            return ""
        late = {
            CheckState.DUE: "We have not re-checked this lately. Please use their official site.",
            CheckState.OVERDUE: "We have not re-checked this for a long time: only its official site stays.",
        }.get(self.route.check_state() if self.checked_on or self.route.is_withdrawn else None, "")
        looked_up = "" if self.is_confirmed else self.check
        return " ".join(part for part in (looked_up, late) if part)


def tell(routes: Iterable[HelpRoute]) -> list[Telling]:
    """Return what is told of the routes, in their order; however many they are, by the same few queries."""
    found = list(routes)
    pks = [route.pk for route in found]
    evidence, links = defaultdict(list), defaultdict(list)
    for row in RouteEvidence.objects.filter(route__in=pks).order_by("route", "sort_order", "pk"):
        evidence[row.route_id].append(row)
    through = HelpRoute.categories.through.objects.filter(helproute__in=pks)
    pairs = list(through.values_list("helproute", "categorypage"))
    pages = public_now(Page.objects.filter(pk__in={page for _, page in pairs})).order_by("path").in_bulk()
    for route, page in sorted(pairs, key=lambda pair: pages[pair[1]].path if pair[1] in pages else ""):
        if page in pages:
            links[route].append(pages[page])
    return [Telling(route, evidence[route.pk], links[route.pk]) for route in found]


def tell_all() -> list[Telling]:
    """Return what is told of every route that visitors may see now."""
    return tell(HelpRoute.objects.shown())


def today() -> date:
    """Return the day in the UK: days that are past are told no more."""
    return timezone.localdate()
