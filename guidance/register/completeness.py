"""How complete the register of help routes is, worst first, and what is missing before going live."""

from dataclasses import dataclass

from ..models import HelpRoute
from ..models.route_register import IN_DOUBT, MISSING, NO_SOURCE, PAST_USE, Gap
from .edit_links import edit_url

# Everybody is sent to these, so their gaps come before all others.
FIRST = ("emergency", "police-101", "childline")
REASONS = (MISSING, IN_DOUBT, NO_SOURCE, PAST_USE)
NOT_CONFIRMED = "nobody of the owner's has confirmed it"


@dataclass(frozen=True)
class Completeness:
    """A route with what it lacks."""

    route: HelpRoute
    gaps: list[Gap]

    @property
    def pk(self):
        """The route's own key, by which the admin's table tells rows apart."""
        return self.route.pk

    @property
    def name(self) -> str:
        """The route's name, and whether visitors see it."""
        return self.route.name if self.route.is_shown() else f"{self.route.name} (draft)"

    @property
    def wanted(self) -> int:
        """How many answers a visitor may want."""
        return self.route.wanted_answers()

    @property
    def done(self) -> int:
        """How many of them are filled in, sourced and in date."""
        return self.wanted - len(self.gaps)

    @property
    def links(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The gaps by reason, each answer with the address of its field."""
        grouped = {why: [gap for gap in self.gaps if gap.why == why] for why in REASONS}
        return [
            (why.capitalize(), [(gap.cell.label, edit_url(self.route, gap.field)) for gap in gaps])
            for why, gaps in grouped.items()
            if gaps
        ]

    @property
    def missing(self) -> str:
        """The gaps in words, for a spreadsheet."""
        return "; ".join(
            f"{why}: {', '.join(label for label, _address in fields)}" for why, fields in self.links
        )

    def lacking(self) -> list[str]:
        """Return in words what is still to be done before going live."""
        gaps = [f"{gap.cell.label.rstrip('?')}: {gap.why}" for gap in self.gaps]
        return gaps if self.route.is_confirmed else [*gaps, NOT_CONFIRMED]


def of_route(route) -> Completeness:
    """Return how complete one route is, as it stands in memory."""
    return Completeness(route, route.gaps())


def by_gaps() -> list[Completeness]:
    """Return every route: 999, 101 and Childline, then the live ones, then drafts, most gaps first."""

    def place(found: Completeness):
        first = FIRST.index(found.route.slug) if found.route.slug in FIRST else len(FIRST)
        return (first, not found.route.is_shown(), -len(found.gaps), found.route.name)

    return sorted((of_route(route) for route in HelpRoute.objects.all()), key=place)


def before_going_live() -> list[Completeness]:
    """Return 999, 101 and Childline as far as they are there."""
    return [found for found in by_gaps() if found.route.slug in FIRST]
