"""Help routes that somebody has to check, as claims: whole routes by the clock, answers by their sources."""

from collections.abc import Iterator

from portal.claims import Claim, Urgency, last_editor

from .check_list import routes_to_check
from .models import HelpRoute
from .models.route_check import CheckState
from .models.route_register import IN_DOUBT, NO_SOURCE, PAST_USE, Gap
from .register.edit_links import edit_url

# How the answers of one route are told together, by what is wrong with them.
OF_ANSWERS = {
    IN_DOUBT: (Urgency.UNVERIFIED, "Sources disagree, so visitors are not told"),
    PAST_USE: (Urgency.OUTDATED, "Past the day on which its source was to be read again"),
    NO_SOURCE: (Urgency.WITHOUT_EVIDENCE, "Shown without a source"),
}


def _claim(route, urgency: Urgency, problem: str, since, gaps: list[Gap] | None = None) -> Claim:
    gaps = gaps or []
    return Claim(
        urgency,
        "Help route",
        route.name,
        "Help routes",
        problem,
        route.checked_by or last_editor(route),
        since,
        edit_url(route, gaps[0].field if gaps else ""),
        of=route,
        fields=tuple((gap.cell.label, edit_url(route, gap.field)) for gap in gaps),
    )


def _overdue_or_due(route) -> Claim:
    if route.check_state() is not CheckState.OVERDUE:
        return _claim(route, Urgency.OUTDATED, "Its check is due", route.due_on)
    left = "" if route.ways() else ", and no official site is known to send people to"
    return _claim(route, Urgency.WRONG, f"Overdue: its contacts are withdrawn{left}", route.overdue_on)


def _of_answers(route) -> Iterator[Claim]:
    """Yield one claim for each kind of fault, which names the answers that have it."""
    gaps = route.gaps()
    for why, (urgency, problem) in OF_ANSWERS.items():
        if faulty := [gap for gap in gaps if gap.why == why]:
            names = ", ".join(gap.cell.label for gap in faulty)
            since = min((gap.until for gap in faulty if gap.until), default=None)
            yield _claim(route, urgency, f"{problem}: {names}", since, faulty)


def route_claims() -> Iterator[Claim]:
    """Yield the routes whose check is overdue or due, answers whose sources do not hold, notes and drafts."""
    waiting = routes_to_check()
    for route in waiting:
        yield _overdue_or_due(route)
    named = {route.pk for route in waiting}
    for route in HelpRoute.objects.shown():
        yield from _of_answers(route)
        if route.check_note and route.pk not in named:
            yield _claim(route, Urgency.WITHOUT_EVIDENCE, f"Note: {route.check_note}", route.checked_on)
    for route in HelpRoute.objects.drafts():
        problem = f"A draft that waits to be confirmed: {route.check_note}".rstrip(": ")
        yield _claim(route, Urgency.DRAFT, problem, route.checked_on)
