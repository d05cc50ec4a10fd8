"""Makes or updates drafts of help routes from what services say. It publishes nothing.

What visitors see stays as it is until an editor publishes the draft; a draft that an editor has not finished
is left alone.
"""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.fields import RichTextField, StreamField

from portal.text.plain_words import paragraphs

from ..models import HelpRoute
from ..models.route import EMERGENCY
from ..models.route_evidence import RouteEvidence
from .files import InvalidFileError
from .schemas import Service
from .services import SOURCE_FIELDS
from .taking import Taken, taken_from

# Where in a service a value stands that the field of a route refuses.
_PLACES = {
    "phone": "phones",
    "text_number": "phones",
    "website_url": "url",
    "form_url": "additional_urls",
    "chat_url": "additional_urls",
    "who_for": "eligibility_description",
    "say": "description",
    "cost": "cost_options",
    "weekly_hours": "schedules",
    "hours_exceptions": "schedules",
    "evidence": "x_help_route.sources",
    "slug": "x_help_route.slug",
}


@dataclass
class Outcome:
    """What becomes of one service. ``changes`` are the fields that a draft holds otherwise than before."""

    name: str
    what: str
    changes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def _same(column, before, after) -> bool:
    """Whether a field says the same, whatever marks or identifiers stand around it."""
    if isinstance(column, RichTextField):
        return paragraphs(before) == paragraphs(after)
    if isinstance(column, StreamField):
        return [(one.block_type, dict(one.value)) for one in before] == [
            (one.block_type, dict(one.value)) for one in after
        ]
    return (column.to_python(before) or "") == (column.to_python(after) or "")


class _Draft:
    """A route as its newest draft has it, and what a service changes in it."""

    def __init__(self, taken: Taken):
        self.taken = taken
        self.live = HelpRoute.objects.filter(slug=taken.slug).first()
        self.route = self._newest() if self.live else HelpRoute(slug=taken.slug, live=False)
        self.changes: list[str] = []
        self.faults: dict[str, list[str]] = {}

    def _newest(self) -> HelpRoute:
        return self.live.get_latest_revision_as_object() if self.live.latest_revision_id else self.live

    def why_not(self) -> str:
        """Return why the route must not be touched, or nothing."""
        if self.taken.fields.get("phone") == EMERGENCY and not (self.live and self.live.is_emergency):
            return "999 is made with the site and never by an import."
        if not self.live:
            return ""
        if self.live.locked:
            return "An editor has locked it. Ask them to unlock it."
        newest = self.live.latest_revision
        if self.live.has_unpublished_changes and newest and newest.user_id:
            return "An editor has a draft of it that is not published. Publish or discard that first."
        return ""

    def fill(self) -> None:
        """Put in what the service says, noting what differs."""
        if self.live:
            self.taken.fields = {
                name: value for name, value in self.taken.fields.items() if name not in self.taken.guesses
            }
        elif self.taken.guesses:
            self.taken.remarks.append("Who it is for is a guess from its description: write one sentence.")
        for name, value in self.taken.fields.items():
            column = HelpRoute._meta.get_field(name)
            before = getattr(self.route, name)
            setattr(self.route, name, value)
            if _same(column, before, getattr(self.route, name)):
                setattr(self.route, name, before)
            else:
                self.changes.append(str(column.verbose_name))
        for name, values in self.taken.lists.items():
            if {one.value for one in getattr(self.route, name)} != set(values):
                self.changes.append(name)
                setattr(self.route, name, values)
        self._categories()
        self._sources()
        if not self.live:
            self.route.checked_on = self.taken.looked_up_on

    def _categories(self) -> None:
        model = HelpRoute._meta.get_field("categories").related_model
        found = list(model.objects.filter(slug__in=self.taken.categories))
        lost = sorted(set(self.taken.categories) - {page.slug for page in found})
        if lost:
            self.taken.remarks.append(f"There is no category {', '.join(lost)} here.")
        if found and {page.pk for page in found} != {page.pk for page in self.route.categories.all()}:
            self.changes.append("categories")
            self.route.categories.set(found)

    def _sources(self) -> None:
        rows = self.taken.sources
        if rows is None:
            return
        made = [RouteEvidence(**row, sort_order=number) for number, row in enumerate(rows)]

        def said(row: RouteEvidence) -> tuple:
            return tuple(getattr(row, name) for name in SOURCE_FIELDS)

        # What is not exported, such as who read it and conflicting sources, is kept.
        kept = {said(row): row for row in self.route.evidence.all()}
        if new := [row for row in made if said(row) not in kept]:
            self.changes.append("sources")
            self.route.evidence = [*kept.values(), *new]
            for row in new:
                self._check(row, "evidence", exclude={"route"})

    def _check(self, record, place: str = "", exclude=frozenset()) -> None:
        try:
            record.full_clean(exclude=exclude)
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                self.faults.setdefault(place or name, []).extend(messages)

    def check(self) -> None:
        """Note what the route refuses; that nobody said where it answers is for the editor to mend."""
        self._check(self.route)
        if not self.route.nations:
            self.faults.pop("in_england", None)
        for name in ("weekly_hours", "hours_exceptions"):
            try:
                block = HelpRoute._meta.get_field(name).stream_block
                block.clean(getattr(self.route, name))
            except ValidationError:
                self.faults.setdefault(name, []).append("These times overlap or contradict each other.")

    def save(self) -> None:
        """Save what differs as a draft; the route that visitors see stays as it is."""
        if self.live is None:
            self.route.save()
        self.route.save_revision(clean=False)

    def outcome(self) -> Outcome:
        """Return what is to be told of it."""
        what = "unchanged"
        if self.live is None:
            what = "new draft"
        elif self.changes:
            what = "draft of a live route: visitors see no change" if self.live.live else "draft, updated"
        changes = [] if self.live is None else self.changes
        return Outcome(self.route.name, what, changes, self.taken.remarks)


def _faults_of(number: int, draft: _Draft) -> list[str]:
    place = f"service {number + 1}, “{draft.route.name}”"
    if reason := draft.why_not():
        return [f"{place}: {reason}"]
    draft.fill()
    draft.check()
    return [
        f"{place}, {_PLACES.get(name, name)}: {message}"
        for name, messages in draft.faults.items()
        for message in messages
    ]


@transaction.atomic
def make_drafts(services: list[Service], *, write: bool) -> list[Outcome]:
    """Return what becomes of each service, and, if asked to, save the drafts: all or none.

    Raises:
        InvalidFileError: with everything that a route refuses, by service and field.
    """
    taken = [taken_from(service) for service in services]
    slugs = [one.slug for one in taken]
    faults = [f"“{slug}” stands in the file twice." for slug in dict.fromkeys(slugs) if slugs.count(slug) > 1]
    faults += [
        f"“{service.name}” has no letters." for service, slug in zip(services, slugs, strict=True) if not slug
    ]
    drafts = [_Draft(one) for one in taken]
    for number, draft in enumerate(drafts):
        faults += _faults_of(number, draft)
    if faults:
        raise InvalidFileError(faults)
    if write:
        for draft in drafts:
            if draft.live is None or draft.changes:
                draft.save()
    return [draft.outcome() for draft in drafts]
