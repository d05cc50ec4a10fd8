"""Whether a person of the owner's made sure of the facts that a page tells."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils import timezone

from .sourced import Sourced

# After so long a fact that was made sure of wants another look, if its own day is not later.
GOOD_FOR = timedelta(days=180)


@dataclass(frozen=True)
class FactsTold:
    """What visitors are told of a page's facts; days in the UK.

    ``confirmed_on`` is empty until somebody made sure of them.
    """

    looked_up_on: date | None
    confirmed_on: date | None
    is_past_use: bool


def _digest(facts: list[Sourced]) -> str:
    """Return what changes when a fact or its source does, whatever the order of the rows."""
    told = sorted((fact.found, fact.source_url, fact.quoted_words, fact.confidence) for fact in facts)
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


class FactsConfirmed(models.Model):
    """A page of facts with their sources, and who made sure of all of them.

    A confirmation holds for the facts as they stood: when one is changed, added or taken away, the page
    counts as not confirmed, until it is put back or somebody confirms anew.
    """

    confirmed_on = models.DateField("facts checked on", null=True, blank=True, editable=False)
    confirmed_by = models.CharField("facts checked by", max_length=120, blank=True, editable=False)
    confirmed_facts = models.CharField(max_length=64, blank=True, editable=False)

    # A copy is another page: nobody has checked it.
    exclude_fields_in_copy = ["confirmed_on", "confirmed_by", "confirmed_facts"]

    class Meta:
        abstract = True

    def sourced(self) -> list[Sourced]:
        """Return the facts of the page with their sources; a page type says which."""
        return []

    def confirm_facts(self, who: str) -> None:
        """Say that all facts, as they stand now, were checked today by a person (a name or a role)."""
        self.confirmed_on = timezone.localdate()
        self.confirmed_by = who
        self.confirmed_facts = _digest(self.sourced())

    def are_confirmed(self, facts: list[Sourced]) -> bool:
        """Whether a person made sure of the facts as they stand."""
        return bool(self.confirmed_on and self.confirmed_by) and self.confirmed_facts == _digest(facts)

    def past_use(self, facts: list[Sourced], on: date | None = None) -> list[Sourced]:
        """Return the facts that want another look, by default today in the UK."""
        on = on or timezone.localdate()
        if self.are_confirmed(facts) and on <= self.confirmed_on + GOOD_FOR:
            return []
        return [fact for fact in facts if fact.is_past_use(on)]

    def facts_told(self) -> FactsTold | None:
        """Return what visitors are told of the facts, or None for a page that has none."""
        facts = self.sourced()
        if not facts:
            return None
        days = [fact.read_on for fact in facts if fact.read_on]
        confirmed_on = self.confirmed_on if self.are_confirmed(facts) else None
        return FactsTold(min(days, default=None), confirmed_on, bool(self.past_use(facts)))

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"facts_told": self.facts_told()}
