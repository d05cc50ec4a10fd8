"""What a service says of a help route, by the route's own fields. What it does not say is not touched.

A service of our own says all that our export holds. Of another's, only what means the same here is taken;
the rest is told as a remark, for the editor who finishes the draft. None says that its contacts were checked.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from html import escape

from django.utils.text import slugify

from ..audiences import Audience, Nation
from ..models import HelpRoute
from ..models.route_evidence import Cell
from ..models.route_hours import RouteHours
from .schedules import UnreadableHoursError, is_always, read_schedule
from .schemas import Attribute, Service
from .services import PHONES, SOURCE_FIELDS, URLS
from .telling import ANSWERS

MOST = {name: HelpRoute._meta.get_field(name).max_length for name in ("slug", "who_for")}
RICH = ("say", Cell.WHAT_HAPPENS.value)
_EVERYWHERE = {"united kingdom", "uk"}


@dataclass
class Taken:
    """Values by field, lists by property, rows of sources, and what could not be taken, in sentences."""

    slug: str
    fields: dict[str, object] = field(default_factory=dict)
    lists: dict[str, list] = field(default_factory=dict)
    categories: list[str] = field(default_factory=list)
    sources: list[dict] | None = None
    looked_up_on: date | None = None
    remarks: list[str] = field(default_factory=list)
    # Fields that the service does not say itself: for a new route alone.
    guesses: set[str] = field(default_factory=set)

    def take(self, name: str, value) -> None:
        """Take the value if it says something."""
        if value not in (None, ""):
            self.fields[name] = value


def rich(text: str) -> str:
    """Return plain paragraphs, parted by empty lines, as rich text."""
    return "".join(
        f"<p>{escape(part.strip(), quote=False)}</p>" for part in text.split("\n\n") if part.strip()
    )


def _description(taken: Taken, service: Service) -> None:
    purpose, says = service.eligibility_description or "", service.description or ""
    first = says.split("\n\n")[0].split(". ")[0].strip()
    if 0 < len(purpose) <= MOST["who_for"]:
        says = says.removeprefix(purpose)
    else:
        says = "\n\n".join(part for part in (purpose, says) if part)
        purpose = first if 0 < len(first) <= MOST["who_for"] else service.name[: MOST["who_for"]]
        taken.guesses.add("who_for")
    taken.take("who_for", purpose)
    taken.take("say", rich(says))


def _contacts(taken: Taken, service: Service) -> None:
    taken.take("website_url", service.url)
    taken.take("email", service.email)
    fields = {kind: name for name, kind in PHONES.items()}
    in_contacts = [phone for contact in service.contacts or [] for phone in contact.phones or []]
    for phone in [*(service.phones or []), *in_contacts]:
        name = fields.get((phone.type or "voice").lower())
        if name is None or taken.fields.setdefault(name, phone.number) != phone.number:
            taken.remarks.append(f"The number {phone.number} was not taken: there is no place for it.")
    labels = {label: name for name, label in URLS.items()}
    for link in service.additional_urls or []:
        if link.label in labels:
            taken.take(labels[link.label], link.url)
        else:
            taken.remarks.append(f"The address {link.url} was not taken: it is no form or chat.")


def _areas(taken: Taken, service: Service) -> None:
    if service.service_areas is None:
        return
    nations = {nation.label.lower(): nation.value for nation in Nation}
    named = [(area.name or "").strip() for area in service.service_areas]
    if _EVERYWHERE & {name.lower() for name in named}:
        taken.lists["nations"] = list(nations.values())
        return
    taken.lists["nations"] = [nations[name.lower()] for name in named if name.lower() in nations]
    if unknown := [name for name in named if name.lower() not in nations]:
        taken.remarks.append(f"“{', '.join(unknown)}” is no nation of the UK: tick where it answers.")


def _schedules(taken: Taken, service: Service) -> None:
    """Take the hours if all of them can be, since a part of them would be wrong on some day."""
    blocks: dict[str, list] = {"span": [], "exception": []}
    try:
        for schedule in service.schedules or []:
            kind, value = read_schedule(schedule)
            blocks[kind].append(value)
    except UnreadableHoursError as error:
        taken.remarks.append(f"The hours were not taken: {error}.")
        return
    always = is_always(blocks["span"])
    if always or blocks["span"]:
        kinds = RouteHours.HoursKind
        taken.fields["hours_kind"] = (kinds.ALWAYS if always else kinds.WEEKLY).value
        taken.fields["weekly_hours"] = _stream("span", [] if always else blocks["span"])
    if blocks["exception"]:
        taken.fields["hours_exceptions"] = _stream("exception", blocks["exception"])


def _stream(kind: str, values: list) -> str:
    return json.dumps([{"type": kind, "value": value} for value in values], default=str)


def _costs_and_languages(taken: Taken, service: Service) -> None:
    costs = service.cost_options or []
    said = [one.option or ("Free" if one.amount == 0 else "") for one in costs]
    taken.take("cost", ". ".join(words for words in said if words))
    if any(one.amount for one in costs):
        taken.remarks.append("An amount of money was not taken: write what it costs in words.")
    languages = service.languages or []
    words = [one.note for one in languages if one.note and not one.name]
    taken.take("languages", (words or [", ".join(one.name for one in languages if one.name)])[0])


def _chosen(taken: Taken, name: str, answer: Attribute) -> None:
    """Take an answer that is chosen from a list, and its words where they say more than the choice."""
    choices = dict(HelpRoute._meta.get_field(name).flatchoices)
    term = answer.taxonomy_term.term if answer.taxonomy_term else None
    if term not in choices:
        taken.remarks.append(
            f"“{term or answer.value}” was not taken: it is no answer to “{answer.label or name}”."
        )
        return
    taken.fields[name] = term
    if answer.value and answer.value != choices[term] and hasattr(HelpRoute, f"{name}_words"):
        taken.fields[f"{name}_words"] = answer.value


_FIELDS = {cell.value: cell.value for cell in ANSWERS} | {
    "hours": "hours_kind",
    "hours_in_words": "hours",
    "bank_holidays": "bank_holidays",
    "bank_holidays_of": "bank_holidays_of",
}


def _attributes(taken: Taken, service: Service) -> None:
    """Take what our own export says in attributes. Those of others are of lists that we do not know."""
    for answer in service.attributes or []:
        name = _FIELDS.get(answer.link_type or "")
        term = answer.taxonomy_term.term if answer.taxonomy_term else None
        if answer.link_type == "category" and term:
            taken.categories.append(term)
        elif answer.link_type == "audience" and term in Audience.values:
            taken.lists.setdefault("audiences", []).append(term)
        elif name and HelpRoute._meta.get_field(name).choices:
            _chosen(taken, name, answer)
        elif name:
            taken.take(name, rich(answer.value or "") if name in RICH else answer.value)


def _own(taken: Taken, service: Service) -> None:
    own = service.x_help_route
    for name in ("website_label", "is_abroad", "for_every_category"):
        taken.take(name, getattr(own, name))
    taken.looked_up_on = own.checked_on
    if own.sources is not None:
        taken.sources = [
            {
                name: getattr(row, name) or (None if name in ("read_on", "use_by") else "")
                for name in SOURCE_FIELDS
            }
            for row in own.sources
        ]


def taken_from(service: Service) -> Taken:
    """Return what a service says of a route."""
    own = service.x_help_route
    taken = Taken(own.slug if own else slugify(service.name)[: MOST["slug"]])
    taken.take("name", service.name)
    for part in (_description, _contacts, _areas, _schedules, _costs_and_languages):
        part(taken, service)
    if own:
        _attributes(taken, service)
        _own(taken, service)
    elif service.attributes:
        taken.remarks.append("Its attributes were not taken: they are of lists that are not known here.")
    if service.status != "active":
        taken.remarks.append(f"It says of itself that it is {service.status}.")
    return taken
