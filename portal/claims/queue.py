"""What a claim is, and the queue of all that need somebody's attention, worst first.

An app adds its claims by the hook ``portal_claims``: a function without arguments that yields
``Claim``. The floor imports no app.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from django.db.models import Model
from wagtail import hooks

HOOK = "portal_claims"


class Urgency(IntEnum):
    """How badly a visitor may be misled; the lowest number first."""

    UNLABELLED = 0
    WRONG = 1
    UNVERIFIED = 2
    OUTDATED = 3
    WITHOUT_EVIDENCE = 4
    # No visitor sees it yet.
    DRAFT = 5


@dataclass(frozen=True)
class Claim:
    """A live claim that needs attention: ``what`` is its words, ``where`` the page or record with it.

    ``of`` is that page or record itself: who works on it sees the claim, besides administrators.
    ``fields`` are the places to mend, if there are several: their words and their addresses.
    """

    urgency: Urgency
    kind: str
    what: str
    where: str
    problem: str
    who: str = ""
    since: date | None = None
    edit_url: str = ""
    of: Model | None = None
    fields: tuple[tuple[str, str], ...] = ()


def last_editor(page) -> str:
    """Return who made the newest revision of a page or snippet, else its owner."""
    revision = page.latest_revision
    user = (revision.user if revision else None) or getattr(page, "owner", None)
    return user.get_username() if user else ""


def claims() -> list[Claim]:
    """Return every live claim that needs attention, the worst first, then the oldest."""
    found = [claim for provider in hooks.get_hooks(HOOK) for claim in provider()]
    return sorted(found, key=lambda claim: (claim.urgency, claim.since or date.min, claim.where))
