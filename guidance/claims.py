"""Help routes that somebody has to check, as claims."""

from collections.abc import Iterator

from django.urls import reverse

from portal.claims import Claim, Urgency, last_editor

from .check_list import routes_to_check
from .models import HelpRoute
from .models.route_check import CheckState


def _claim(route, urgency: Urgency, problem: str, since) -> Claim:
    return Claim(
        urgency,
        "Help route",
        route.name,
        "Help routes",
        problem,
        route.checked_by or last_editor(route),
        since,
        reverse("wagtailsnippets_guidance_helproute:edit", args=[route.pk]),
        of=route,
    )


def route_claims() -> Iterator[Claim]:
    """Yield the routes whose check is overdue or due, and those with a note that something needs checking."""
    waiting = routes_to_check()
    for route in waiting:
        if route.check_state() is CheckState.OVERDUE:
            left = "" if route.ways() else ", and no official site is known to send people to"
            problem = f"Overdue: its contacts are withdrawn{left}"
            yield _claim(route, Urgency.WRONG, problem, route.overdue_on)
        else:
            yield _claim(route, Urgency.OUTDATED, "Its check is due", route.due_on)
    named = {route.pk for route in waiting}
    for route in HelpRoute.objects.shown():
        if route.check_note and route.pk not in named:
            yield _claim(route, Urgency.WITHOUT_EVIDENCE, f"Note: {route.check_note}", route.checked_on)
