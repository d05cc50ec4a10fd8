"""A help route: someone to tell, and what a visitor should know before they do."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from .comparison import compare
from .first_help import first_of
from .route_check import CheckState, RouteCheck
from .route_contact import RouteContact
from .route_facts import RouteFacts
from .route_hours import RouteHours
from .route_query import HelpRouteQuerySet
from .route_reach import RouteReach
from .route_register import RouteRegister
from .route_told import RouteTold

EMERGENCY = "999"


class HelpRoute(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    RouteContact,
    RouteReach,
    RouteFacts,
    RouteRegister,
    RouteHours,
    RouteCheck,
    RouteTold,
    index.Indexed,
    ClusterableModel,
):
    """Who to tell. Quoted by every page that names it, so a number has one home."""

    name = models.CharField(max_length=120, help_text="The service's own name: “NSPCC Helpline”.")
    slug = models.SlugField(unique=True, help_text="A short name for addresses and links inside the site.")
    order = models.PositiveSmallIntegerField(
        default=100, help_text="Lower numbers are shown first. The emergency route is always first."
    )
    is_emergency = models.BooleanField(
        "emergency route", default=False, help_text="Tick for 999 only: always shown, never expires."
    )
    who_for = models.CharField(max_length=250, help_text="Who it is for, in one sentence.")

    objects = HelpRouteQuerySet.as_manager()
    instead_of_removal = (
        "If a contact is wrong, take it out of the route and publish the route: every page follows at once."
    )

    search_fields = [
        index.SearchField("name", boost=5),
        index.SearchField("who_for"),
        index.AutocompleteField("name"),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = "help route"
        ordering = ["-is_emergency", "order", "name"]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        if self.is_emergency != (self.phone == EMERGENCY):
            raise ValidationError(
                {"is_emergency": "Tick this for 999 and nothing else: it is always shown and never expires."}
            )

    def why_not_delete(self) -> str:
        """Return why the route is never deleted, or empty."""
        return "The emergency route cannot be deleted: 999 is always shown." if self.is_emergency else ""

    @classmethod
    def quoted_in_block(cls, chosen=None, *, compared: bool = False, first: bool = False) -> dict:
        """Return those of the chosen routes, or of all, that visitors may see.

        On request compared, or with those of them that stand ``first`` on their page.
        """
        routes = cls.objects.shown() if chosen is None else chosen
        shown = [route for route in routes if route and route.is_shown()]
        more = compare(shown) if compared else {}
        return {"routes": shown, **more, **({"first": first_of(shown)} if first else {})}

    def is_shown(self) -> bool:
        """Whether visitors may see it now; the emergency route always is."""
        ended = self.expire_at and self.expire_at <= timezone.now()
        return self.is_emergency or (self.live and not ended)

    @property
    def preview_modes(self):
        """As it is today, and as the clock will make it look."""
        return [
            ("", "Today"),
            (CheckState.DUE, "When the next check is due"),
            (CheckState.OVERDUE, "When the days of grace are over"),
        ]

    def get_preview_template(self, request, mode_name):
        return "guidance/help_route_preview.html"

    def get_preview_context(self, request, mode_name):
        if mode_name and not self.is_emergency:
            self.pretend(CheckState(mode_name))
        self.note_withheld()
        shown = {"route": self, "compared": compare([self]), "comparison": {"caption": self.name}}
        return {**super().get_preview_context(request, mode_name), **shown}
