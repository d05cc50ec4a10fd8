"""What was right on a card and is not any more: read from what was published, unpublished and deleted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time

from django.utils import timezone
from wagtail.models import ModelLogEntry, Revision

from ..phone_numbers import dialled
from .readers import ALWAYS_PRINTED, EVERYBODY

PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled")
TAKEN_DOWN = ("wagtail.unpublish", "wagtail.unpublish.scheduled", "wagtail.delete")
NUMBERS, ADDRESSES = ("phone", "text_number"), ("email", "website_url")
NUMBER, ADDRESS, GONE, UNCHECKED = ("number", "address", "gone", "unchecked")
_SAYS = {
    NUMBER: "hold an old number",
    ADDRESS: "hold an old address",
    GONE: "name a service that should not be on them any more",
    UNCHECKED: "hold a number that we have not re-checked for a long time",
}


@dataclass(frozen=True)
class Change:
    """Since a moment, cards made before it are wrong about a route."""

    at: datetime
    name: str
    kind: str

    @property
    def says(self) -> str:
        """What is wrong with those cards."""
        return _SAYS[self.kind]


def changes_of(model, routes: Iterable) -> list[Change]:
    """Return the last change of each help route that makes cards wrong, the newest first.

    ``routes`` are all that there are. Drafts do not count: only what was published stood on a card.
    """
    now = timezone.now()
    found = {pk: change for pk, change in _published_changes(model) if change}
    for route in routes:
        if change := _change_by_itself(route, now):
            found[str(route.pk)] = change
    return sorted(found.values(), key=lambda change: (change.at, change.name), reverse=True)


def _change_by_itself(route, now: datetime) -> Change | None:
    """Return what the clock changed: the days of grace are over, or the route has ended."""
    if route.phone in ALWAYS_PRINTED or not route.live:
        return None
    if route.expire_at and route.expire_at <= now:
        return Change(route.expire_at, route.name, GONE)
    if route.is_withdrawn and route.withholds():
        midnight = timezone.make_aware(datetime.combine(route.overdue_on, time()))
        return Change(midnight, route.name, UNCHECKED)
    return None


def _published_changes(model) -> Iterator[tuple[str, Change | None]]:
    """Yield for each route, by its id, the last of its changes that somebody made."""
    entries = ModelLogEntry.objects.filter(
        content_type__app_label=model._meta.app_label,
        content_type__model=model._meta.model_name,
        action__in=(*PUBLISHED, *TAKEN_DOWN),
    ).order_by("object_id", "timestamp", "pk")
    entries = list(entries.values_list("object_id", "action", "timestamp", "label", "revision_id"))
    revisions = Revision.objects.filter(pk__in={entry[4] for entry in entries if entry[4]})
    contents = dict(revisions.values_list("pk", "content"))
    by_route: dict[str, list] = {}
    for pk, *entry in entries:
        by_route.setdefault(pk, []).append(entry)
    for pk, own in by_route.items():
        yield pk, _last_change(model, own, contents)


def _last_change(model, entries: Iterable, contents: dict[int, dict]) -> Change | None:
    """Return the last change in the log's entries of one route; a revision says what was published."""
    changed: Change | None = None
    gone: Change | None = None
    before, cards = dict[str, str](), frozenset[str]()
    was_printed = False
    for action, at, label, revision in entries:
        if action in TAKEN_DOWN:
            gone = gone or (Change(at, label, GONE) if was_printed else None)
            continue
        gone, content = None, contents.get(revision)
        if content is None:  # an old revision that was purged: nobody knows any more what it said
            was_printed = True
            continue
        after, cards_after = _contacts(model, content), cards_naming(content)
        kind = GONE if cards - cards_after else _kind_of(before, after)
        if kind and cards:
            changed = Change(at, label, kind)
        before, cards = after, cards_after
        was_printed = was_printed or bool(cards)
    return gone or changed


def cards_naming(content: dict) -> frozenset[str]:
    """Return the codes of the readers whose cards name a route, by what a revision of it says."""
    return frozenset(
        readers.code
        for readers in EVERYBODY.values()
        if any(content.get(f"for_{audience.value}") for audience in readers.audiences)
    )


def _contacts(model, content: dict) -> dict[str, str]:
    """Return the contacts as they work: other spaces in a number, or a slash, make no card wrong."""
    contacts = {name: (content.get(name) or "").rstrip("/") for name in ADDRESSES}
    for name in NUMBERS:
        contacts[name] = dialled(model._meta.get_field(name).to_python(content.get(name) or ""))
    return contacts


def _kind_of(before: dict[str, str], after: dict[str, str]) -> str:
    """Return what is not as it was, the number first; what is new makes no card wrong."""
    for kind, names in ((NUMBER, NUMBERS), (ADDRESS, ADDRESSES)):
        if any(before.get(name) and before[name] != after[name] for name in names):
            return kind
    return ""
