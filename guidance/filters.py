"""How editors narrow down the list of help routes."""

import django_filters
from wagtail.admin.filters import WagtailFilterSet

from .audiences import Audience, Nation
from .models import HelpRoute
from .models.route_check import CheckState

STATES = [
    (CheckState.IN_DATE, "In date"),
    (CheckState.DUE, "Check is due"),
    (CheckState.OVERDUE, "Overdue: contacts withdrawn"),
]


class HelpRouteFilterSet(WagtailFilterSet):
    """By who it is for, where it answers, and where its clock stands."""

    audience = django_filters.ChoiceFilter(label="For", choices=Audience.choices, method="for_audience")
    nation = django_filters.ChoiceFilter(label="Answers in", choices=Nation.choices, method="in_nation")
    check = django_filters.ChoiceFilter(label="Check", choices=STATES, method="in_state")

    class Meta:
        model = HelpRoute
        fields = ["audience", "nation", "check", "anonymity", "for_every_category"]

    def for_audience(self, routes, name, value):
        """Keep the routes for an audience."""
        return routes.filter(**{f"for_{value}": True})

    def in_nation(self, routes, name, value):
        """Keep the routes that answer in a nation."""
        return routes.filter(**{f"in_{value}": True})

    def in_state(self, routes, name, value):
        """Keep the routes whose clock stands there; the database cannot be asked, and they are few."""
        return routes.filter(pk__in=[route.pk for route in routes if route.check_state() == value])
