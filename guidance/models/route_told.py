"""What a visitor is told of a help route: what is known, and in one line what nobody has checked yet."""

from dataclasses import dataclass, replace

from .route_contact import ALWAYS_SHOWN
from .route_evidence import Cell


@dataclass(frozen=True)
class Fact:
    """A visitor's question and what is known of it; ``missing`` names it in the line of what is not."""

    name: str
    missing: str
    value: str
    cell: Cell


class RouteTold:
    """The facts of a help route in the order to tell them. A fact without value is not known, never "no"."""

    def facts(self) -> list[Fact]:
        """Return what a visitor may ask of every service, in the same order for all of them.

        When the check of a route is overdue, nothing is known any more; an answer whose sources disagree
        is not known either.
        """
        return self._told(
            Fact(
                "Must I give my name?",
                "whether you must give your name",
                self.answer("must_give_name"),
                Cell.MUST_GIVE_NAME,
            ),
            Fact(
                "Anonymous or confidential?", "if it is anonymous", self.answer("anonymity"), Cell.ANONYMITY
            ),
            Fact("When it is passed on", "when it is passed on", self.when_passed_on, Cell.WHEN_PASSED_ON),
            Fact("Who answers", "who answers", self.who_answers, Cell.WHO_ANSWERS),
            Fact("What it costs", "cost", self.cost, Cell.COST),
            Fact(
                "Shows on a bill",
                "whether it shows on a bill",
                self.answer("shows_on_bill"),
                Cell.SHOWS_ON_BILL,
            ),
            Fact("Languages", "languages", self.language_words(), Cell.LANGUAGES),
        )

    def further_facts(self) -> list[Fact]:
        """Return what the comparison of routes has no room for."""
        return self._told(
            Fact("When it answers", "hours", "; ".join(self.hours_lines()), Cell.HOURS),
            Fact("How long it takes", "waiting time", self.waiting, Cell.WAITING),
            Fact("British Sign Language", "British Sign Language", self.answer("bsl"), Cell.BSL),
            Fact("Relay for deaf people", "relay for deaf people", self.answer("relay"), Cell.RELAY),
        )

    def _told(self, *facts: Fact) -> list[Fact]:
        return [
            replace(fact, value="") if self.is_withdrawn or self.is_withheld(fact.cell) else fact
            for fact in facts
        ]

    def known_facts(self) -> list[Fact]:
        """Return the facts that have a value."""
        return [fact for fact in (*self.facts(), *self.further_facts()) if fact.value]

    def not_yet_checked(self) -> str:
        """Return in words what is not known, for one quiet line.

        Nothing for 999 and 101, so that no doubt keeps anybody from calling; nothing for a route whose
        check is overdue, which says so itself.
        """
        if self.phone in ALWAYS_SHOWN or self.is_withdrawn:
            return ""
        return ", ".join(fact.missing for fact in (*self.facts(), *self.further_facts()) if not fact.value)

    def words_for_a_gap(self) -> str:
        """Return what a table says in the place of a fact that is not known."""
        if self.is_emergency:
            return "Call anyway"
        if self.phone in ALWAYS_SHOWN:
            return "Ask when you call"
        return self.words_for_late() if self.is_withdrawn else "Not yet checked"

    def words_for_late(self) -> str:
        """Return what is said in short of a late check; nothing that was never confirmed was "checked"."""
        return "Not checked lately" if self.is_confirmed or not self.checked_on else "Needs a new look"
