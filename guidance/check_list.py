"""The help routes that somebody has to check: for the command and for the admin's report."""

from datetime import date

from .models import HelpRoute
from .models.route_check import CheckState


def routes_to_check(on: date | None = None) -> list[HelpRoute]:
    """Return the routes on the site whose check is due or overdue on a day, the most urgent first."""
    waiting = [
        route for route in HelpRoute.objects.shown() if route.check_state(on) is not CheckState.IN_DATE
    ]
    return sorted(waiting, key=lambda route: route.overdue_on)
