"""What the JSON holds, in the words of Open Referral UK (HSDS-UK 3.0): told by OpenAPI, and asked of imports.

Names, types and what is required are those of the published profile and, where that has left a part out, of
HSDS. What is ours begins with ``x_``. Nothing is null: what is not known is absent.
"""

from datetime import date, datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from portal.open_data.parameters import whole_number
from portal.open_data.schemas import Address

MAX_PER_PAGE, MAX_PAGE = 500, 1_000_000


class Part(Schema):
    """What has an identifier."""

    id: str = Field(min_length=1, description="The identifier, which stays the same.")
    service_id: str = Field(None, description="The service to which it belongs.")


class Phone(Part):
    """A number to call or to text."""

    number: str = Field(description="As it is dialled from abroad, or a short number.")
    type: str = Field(None, description="“voice” or “text”.")
    contact_id: str = Field(None, description="The contact that it belongs to.")
    description: str = None


class Contact(Part):
    """Who answers."""

    name: str = None
    title: str = None
    phones: list[Phone] = Field(None, description="Numbers, where they do not stand in the service itself.")


class Link(Part):
    """Another address of the service on the web."""

    label: str = Field(None, description="“Online form” or “Online chat”.")
    url: str


class Schedule(Part):
    """When it answers, in UK time, as RFC 5545 says it. A day that differs has both dates alike."""

    freq: Literal["WEEKLY", "MONTHLY"] = None
    interval: float = None
    byday: str = Field(None, description="Days of the week: “MO,TU”.")
    bymonthday: str = None
    opens_at: str = Field(None, description="A time: “09:00”.")
    closes_at: str = Field(None, description="A time; if it is not later than the other, on the next day.")
    valid_from: date = None
    valid_to: date = None
    dtstart: date = None
    description: str = None
    notes: str = None


class ServiceArea(Part):
    """Where it answers: the name of a nation of the UK."""

    name: str = None


class Language(Part):
    """A language, or words about all of them."""

    name: str = None
    code: str = Field(None, description="ISO 639.")
    note: str = None


class CostOption(Part):
    """What it costs."""

    option: str = Field(None, description="In words.")
    amount: float = Field(None, description="0 where it is free without any condition.")


class TaxonomyTerm(Schema):
    """A value that was chosen from a list."""

    id: str
    taxonomy: str = Field(description="Which list.")
    term: str = None
    term_uri: str = None


class Attribute(Schema):
    """An answer for which the standard has no place, an audience or a category."""

    id: str
    link_id: str = None
    link_type: str = Field(None, description="Which question it answers.")
    label: str = Field(None, description="The question in words.")
    value: str = Field(None, description="The answer in words.")
    taxonomy_term: TaxonomyTerm = None


class Accessibility(Part):
    """A way in which deaf people can take part."""

    location_id: str = None
    description: str = None


class Location(Part):
    """No place: how the service is reached."""

    name: str = None
    accessibility: list[Accessibility] = None


class ServiceAtLocation(Part):
    """Holds the location."""

    location_id: str = None
    location: Location = None


class Organization(Schema):
    """Who offers the service. The site keeps nothing apart from the service's own name and purpose."""

    id: str
    name: str
    description: str
    website: str = None


class Source(Schema):
    """Where an answer was read."""

    cell: str = Field(description="Which answer: the attribute's link_type, “contact”, “cost” and so on.")
    found: str = Field(description="What the source says, in our words.")
    source_url: str = None
    quoted_words: str = Field(None, description="The source's own words.")
    read_in: str = Field(None, description="Which copy was read, if it was not read live.")
    read_on: date = Field(None, description="The day on which it was read.")
    confidence: Literal["official", "secondary"] = Field(description="How good the source is.")
    use_by: date = Field(None, description="The last day on which it may be relied on.")


class OwnPart(Schema):
    """What only this site says of a help route."""

    slug: str = Field(min_length=1, max_length=50)
    check: str = Field(None, description="How sure it is. Show it wherever you show the route.")
    checked_on: date = None
    website_label: str = None
    is_abroad: bool = None
    for_every_category: bool = Field(None, description="It stands in every category.")
    sources: list[Source] = None


class Service(Schema):
    """A help route as a service. Show its alert wherever you show it."""

    id: str = Field(min_length=1)
    organization_id: str = None
    name: str = Field(min_length=1)
    description: str = Field(None, description="Who it is for, and what to know before.")
    eligibility_description: str = Field(None, description="Who it is for, in one sentence.")
    minimum_age: float = None
    maximum_age: float = None
    url: str = Field(None, description="The official site. It stays when a check is overdue.")
    email: str = None
    status: Literal["active", "inactive", "defunct", "temporarily closed"]
    alert: str = Field(
        None, description="What must be said with it: that nobody confirmed it, or not lately."
    )
    assured_date: date = Field(None, description="When the owner of the site last confirmed all of it.")
    last_modified: datetime = None
    organization: Organization = None
    phones: list[Phone] = None
    contacts: list[Contact] = None
    additional_urls: list[Link] = None
    schedules: list[Schedule] = Field(None, description="Absent where nobody knows the hours.")
    service_areas: list[ServiceArea] = None
    service_at_locations: list[ServiceAtLocation] = None
    languages: list[Language] = None
    cost_options: list[CostOption] = None
    attributes: list[Attribute] = None
    x_help_route: OwnPart = None


class Services(Schema):
    """One page of the services, as HSDS has pages; the whole list fits on one."""

    version: Literal["HSDS-UK 3.0"] = Field(description="The standard and its profile.")
    total_items: int = Field(ge=0)
    total_pages: int = Field(ge=1)
    page_number: int = Field(ge=1)
    size: int = Field(ge=0, description="How many stand on this page.")
    first_page: bool
    last_page: bool
    empty: bool
    next: Address | None = Field(description="The address of the next page, or null on the last.")
    previous: Address | None = Field(description="The address of the page before, or null on the first.")
    contents: list[Service] = Field(max_length=MAX_PER_PAGE)


class Paging(Schema):
    """Which page of the list, by the names of HSDS."""

    page: whole_number(1, MAX_PAGE) = Field(
        1, description="Which page of the list, from 1. A page after the last is empty."
    )
    per_page: whole_number(1, MAX_PER_PAGE) = Field(100, description="How many routes on a page.")
