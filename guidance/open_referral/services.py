"""A help route as a service of Open Referral UK (HSDS-UK 3.0), with every part nested in it.

What the standard has no place for stands in attributes, one for each answer, and in ``x_help_route``: the
standard lets a publisher add names of its own. Nothing is empty: what is not known is absent.
"""

from functools import partial

from portal.addresses import address_of

from ..models.route_evidence import Cell
from ..models.route_facts import Known
from ..models.route_hours import RouteHours
from .identifiers import identifier
from .schedules import schedules_of
from .telling import ANSWERS, Telling, today

PROFILE = "HSDS-UK 3.0"
FREE = "free"
FORM, CHAT = "Online form", "Online chat"
URLS = {"form_url": FORM, "chat_url": CHAT}
PHONES = {"phone": "voice", "text_number": "text"}
# How a language is named to programs (ISO 639), by the answer that says whether one may use it.
LANGUAGES = {Cell.WELSH: ("Welsh", "cy"), Cell.BSL: ("British Sign Language", "bfi")}
ACCESS = (Cell.BSL, Cell.RELAY)
SOURCE_FIELDS = ("cell", "found", "source_url", "quoted_words", "read_in", "read_on", "confidence", "use_by")


def known(**values) -> dict:
    """Return the values that say something."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _attribute(slug: str, kind: str, label: str, value: str, term: str = "", term_uri: str = "") -> dict:
    """Return one answer: chosen from a list (``term``), in words (``value``), or both."""
    taxonomy = f"help-route:{kind}"
    chosen = {"id": identifier(taxonomy, term), "taxonomy": taxonomy, "term": term, "term_uri": term_uri}
    return known(
        id=identifier(slug, "attribute", kind, term),
        link_id=identifier(slug),
        link_type=kind,
        label=label,
        value=value,
        taxonomy_term=known(**chosen) if term else {},
    )


def _hours(told: Telling) -> list[tuple[str, str, str, str]]:
    """Return the kinds, labels, words and values of what schedules cannot say of the hours."""
    route = told.route
    if not told.tells(Cell.HOURS):
        return []
    kinds = RouteHours.HoursKind
    found = [("hours_in_words", "Hours in words", route.hours, "")]
    if route.hours_kind == kinds.WEEKLY and route.bank_holidays != Known.UNKNOWN:
        kept = route.get_bank_holidays_of_display()
        found += [
            ("bank_holidays", "Bank holidays", route.get_bank_holidays_display(), route.bank_holidays),
            ("bank_holidays_of", "Whose bank holidays", kept, route.bank_holidays_of),
        ]
    if route.hours_kind not in (kinds.UNKNOWN, kinds.ALWAYS, kinds.WEEKLY):
        found += [("hours", Cell.HOURS.label, route.get_hours_kind_display(), route.hours_kind)]
    return found


def _attributes(told: Telling) -> list[dict]:
    make = partial(_attribute, told.route.slug)
    found = [make("audience", "Who may use it", who.label, who.value) for who in told.audiences]
    found += [make(cell.value, cell.label, told.words(cell), told.chosen(cell)) for cell in ANSWERS]
    found += [make(*one) for one in _hours(told)]
    found += [
        make("category", "Category of crime", page.title, page.slug, address_of(page))
        for page in told.categories
    ]
    return [one for one in found if "value" in one]


def _languages(told: Telling) -> list[dict]:
    slug = told.route.slug
    link = {"service_id": identifier(slug)}
    words = told.words(Cell.LANGUAGES)
    found = [{"id": identifier(slug, "language", "words"), **link, "note": words}] if words else []
    return found + [
        known(id=identifier(slug, "language", code), **link, name=name, code=code, note=told.words(cell))
        for cell, (name, code) in LANGUAGES.items()
        if told.chosen(cell) == Known.YES
    ]


def _locations(told: Telling) -> list[dict]:
    """Return the one place, which is none, since the standard says there how deaf people can take part."""
    slug = told.route.slug
    location = identifier(slug, "location")
    access = [
        {
            "id": identifier(slug, "accessibility", cell.value),
            "location_id": location,
            "description": f"{cell.label}: {told.words(cell)}",
        }
        for cell in ACCESS
        if told.chosen(cell) == Known.YES
    ]
    if not access:
        return []
    place = {"id": location, "name": "By phone or online", "accessibility": access}
    link = {"service_id": identifier(slug), "location_id": location}
    return [{"id": identifier(slug, "service_at_location"), **link, "location": place}]


def _phones(told: Telling) -> list[dict]:
    slug = told.route.slug
    link = {"service_id": identifier(slug), "contact_id": identifier(slug, "contact")}
    return [
        {"id": identifier(slug, name), **link, "number": told.contacts[name], "type": kind}
        for name, kind in PHONES.items()
        if name in told.contacts
    ]


def _cost_options(told: Telling) -> list[dict]:
    slug, words = told.route.slug, told.words(Cell.COST)
    amount = {"amount": 0} if words.strip(" .").lower() == FREE else {}
    link = {"id": identifier(slug, "cost"), "service_id": identifier(slug)}
    return [{**link, "option": words, **amount}] if words else []


def _source(row) -> dict:
    values = {name: getattr(row, name) for name in SOURCE_FIELDS}
    dates = {name: values[name] and values[name].isoformat() for name in ("read_on", "use_by")}
    return known(**values | dates)


def _own(told: Telling) -> dict:
    """Return what only this site says of a route: how sure it is, and where each answer was read."""
    route = told.route
    return known(
        slug=route.slug,
        check=told.check,
        checked_on=told.checked_on and told.checked_on.isoformat(),
        website_label=told.website_label,
        is_abroad=route.is_abroad or None,
        for_every_category=route.for_every_category or None,
        sources=[_source(row) for row in told.sources],
    )


def _parts(told: Telling) -> dict:
    """Return the lists of a service."""
    slug, service = told.route.slug, identifier(told.route.slug)
    return {
        "phones": _phones(told),
        "contacts": [{"id": identifier(slug, "contact"), "service_id": service, "name": told.route.name}],
        "additional_urls": [
            {"id": identifier(slug, name), "label": label, "url": told.contacts[name]}
            for name, label in URLS.items()
            if name in told.contacts
        ],
        "schedules": schedules_of(told.route, today()) if told.tells(Cell.HOURS) else [],
        "service_areas": [
            {"id": identifier(slug, "area", nation.value), "service_id": service, "name": nation.label}
            for nation in told.nations
        ],
        "service_at_locations": _locations(told),
        "languages": _languages(told),
        "cost_options": _cost_options(told),
        "attributes": _attributes(told),
    }


def service_of(told: Telling) -> dict:
    """Return the service, as the standard names its parts."""
    route = told.route
    organization = known(
        id=identifier(route.slug, "organization"),
        name=route.name,
        website=told.contacts.get("website_url"),
    )
    published = route.last_published_at
    return known(
        id=identifier(route.slug),
        organization_id=organization["id"],
        name=route.name,
        description="\n\n".join([part for part in (told.who_for, *told.advice) if part]),
        eligibility_description=told.who_for,
        minimum_age=told.minimum_age,
        maximum_age=told.maximum_age,
        url=told.contacts.get("website_url"),
        email=told.contacts.get("email"),
        status="active",
        alert=told.caution,
        assured_date=told.checked_on.isoformat() if told.checked_on and told.is_confirmed else None,
        last_modified=published and published.isoformat(timespec="milliseconds"),
        # The standard asks for words about the organisation, and the site keeps none apart.
        organization={**organization, "description": told.who_for or route.name},
        **_parts(told),
        x_help_route=_own(told),
    )
