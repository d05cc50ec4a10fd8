"""The register of a help route: which of a visitor's questions are answered, and on what proof."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils import timezone

from .route_contact import RouteContact
from .route_evidence import Cell, RouteEvidence
from .route_facts import Known
from .route_reach import RouteReach
from .sourced import Confidence

# The fields that hold each answer, the one to open first.
FIELDS = {
    Cell.CONTACT: RouteContact.CONTACTS,
    Cell.WHO_FOR: ("who_for",),
    Cell.NATIONS: RouteReach.NATION_FIELDS,
    Cell.HOURS: (
        "hours_kind",
        "weekly_hours",
        "bank_holidays",
        "bank_holidays_of",
        "hours_exceptions",
        "hours",
    ),
    Cell.MUST_GIVE_NAME: ("must_give_name", "must_give_name_words"),
    Cell.ANONYMITY: ("anonymity", "anonymity_words"),
    Cell.WHEN_PASSED_ON: ("when_passed_on",),
    Cell.WHO_ANSWERS: ("who_answers",),
    Cell.COST: ("cost",),
    Cell.SHOWS_ON_BILL: ("shows_on_bill", "shows_on_bill_words"),
    Cell.LANGUAGES: ("languages",),
    Cell.WELSH: ("welsh",),
    Cell.BSL: ("bsl", "bsl_words"),
    Cell.RELAY: ("relay", "relay_words"),
    Cell.WHAT_HAPPENS: ("what_happens",),
    Cell.WAITING: ("waiting",),
}
# Without these nobody could be sent there, so they stay whatever their sources say.
NEVER_WITHHELD = {Cell.CONTACT, Cell.WHO_FOR, Cell.NATIONS}
# Why an answer is not as it should be.
MISSING = "not known"
IN_DOUBT = "sources disagree"
NO_SOURCE = "no source"
PAST_USE = "past its use-by day"


@dataclass(frozen=True)
class Gap:
    """An answer that is not as it should be: ``why`` in words, ``field`` the one to open.

    ``until`` is the last day on which its sources could be relied on.
    """

    cell: Cell
    why: str
    field: str
    until: date | None = None


class RouteRegister(models.Model):
    """Weighs the sources of each answer. What rests on conflicting ones alone visitors do not see."""

    # Made from the sources when the route is saved, so that no page has to ask for them.
    withheld = models.JSONField(default=list, blank=True, editable=False)

    # The names of the answers that the form has just changed, of which no source was changed with them.
    changed_without_source: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.note_withheld()
        super().save(*args, **kwargs)

    def note_withheld(self) -> None:
        """Keep which answers rest on conflicting sources alone."""
        proof = self.proof()
        self.withheld = sorted(
            cell.value for cell in FIELDS if cell not in NEVER_WITHHELD and is_in_doubt(proof[cell])
        )

    def is_withheld(self, cell: Cell) -> bool:
        """Whether visitors are not told an answer, because its sources disagree."""
        return cell in self.withheld

    def withheld_answers(self) -> list[str]:
        """Return the names of the answers that are filled in and that visitors are not told."""
        return [cell.label for cell in FIELDS if self.is_withheld(cell) and self.is_filled(cell)]

    def is_filled(self, cell: Cell) -> bool:
        """Whether the fields of an answer say anything, shown or not."""
        if cell is Cell.HOURS:
            return bool(self.hours) or self.hours_kind != self.HoursKind.UNKNOWN
        return any(getattr(self, name) not in ("", None, False, Known.UNKNOWN) for name in FIELDS[cell])

    def proof(self) -> dict[str, list[RouteEvidence]]:
        """Return the sources by answer; a row without an address is none."""
        found: dict[str, list[RouteEvidence]] = {cell: [] for cell in Cell}
        for row in self.evidence.all():
            if row.source_url and row.cell in found:
                found[row.cell].append(row)
        return found

    def gaps(self) -> list[Gap]:
        """Return every answer that is missing, in doubt, without a source or past its day."""
        proof = self.proof()
        return [
            Gap(cell, why, FIELDS[cell][0], used_until(proof[cell]))
            for cell in FIELDS
            if (why := self._why_not_complete(cell, proof[cell]))
        ]

    @staticmethod
    def wanted_answers() -> int:
        """Return how many answers a visitor may want of every route."""
        return len(FIELDS)

    def _why_not_complete(self, cell: Cell, rows: list[RouteEvidence]) -> str:
        if is_in_doubt(rows):
            return IN_DOUBT
        if not self.is_filled(cell):
            return MISSING
        if not rows:
            return NO_SOURCE
        until = used_until(rows)
        return PAST_USE if until and until < timezone.localdate() else ""


def is_in_doubt(rows: list[RouteEvidence]) -> bool:
    """Whether the sources of an answer are conflicting ones alone."""
    return bool(rows) and all(row.confidence == Confidence.CONFLICTING for row in rows)


def used_until(rows: list[RouteEvidence]) -> date | None:
    """Return the last day on which an answer may be relied on; None if there is no such day."""
    days = [row.use_by for row in rows if row.confidence != Confidence.CONFLICTING]
    return max(day for day in days if day) if days and all(days) else None
