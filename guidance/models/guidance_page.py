"""A page that says what someone can do."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import strip_tags
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from portal.blocks import PointStreamBlock
from portal.databases.plain_fields import BlocksField
from portal.pages import BasePage, page_panels, page_search_fields
from portal.pages.first_help import named_routes
from portal.pages.search_tiers import GUIDANCE
from portal.text.features import SHORT_TEXT

from ..forms import FactsForm
from ..panels import confirmation_panel, sources_panel
from .confirmed import FactsConfirmed
from .route import HelpRoute
from .with_text import FOLDER, TEXT, WithText


class GuidancePage(FactsConfirmed, WithText, BasePage):
    """Guidance for one group of readers, with its actions, signs or checklist as points.

    The points are kept apart from the text so that other pages can quote them.
    """

    points_kind = models.CharField(
        "kind of points",
        max_length=12,
        blank=True,
        choices=[
            ("actions", "Actions: things to do"),
            ("signs", "Signs: things to notice"),
            ("checklist", "Checklist: questions to ask yourself"),
        ],
        help_text="What the points are. A sign is not an action: do not mix them.",
    )
    points_heading = models.CharField(
        "heading of the points", max_length=120, blank=True, help_text="Shown above the points."
    )
    points = BlocksField(
        PointStreamBlock(), blank=True, help_text="One point for each action, sign or question."
    )
    points_note = RichTextField(
        "note below the points",
        blank=True,
        features=SHORT_TEXT,
        help_text="What readers must know with the points: “A sign is not proof.”",
    )

    page_description = "What someone can do: for a parent, a child, an organisation."
    parent_page_types = ["guidance.GuidanceIndexPage"]
    subpage_types = []
    search_kind = "Guidance"
    search_tier = GUIDANCE
    schema_type = "Article"
    neutral_title = "What you can do"
    base_form_class = FactsForm

    content_panels = page_panels(
        MultiFieldPanel(
            [
                FieldPanel("points_kind"),
                FieldPanel("points_heading"),
                FieldPanel("points"),
                FieldPanel("points_note"),
            ],
            heading="Points",
        ),
        sources_panel("facts", heading="Facts and where they were read", label="Fact"),
        confirmation_panel(),
    )
    search_fields = page_search_fields("points_heading", "points", "points_note")

    class Meta:
        verbose_name = "guidance page"

    def sourced(self):
        return list(self.facts.all())

    @classmethod
    def quoted_in_block(cls, chosen) -> dict:
        """Return the chosen page and its points."""
        page = next(iter(chosen), None)
        return {"guidance_page": page, "points": [point.value for point in page.points] if page else []}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"points": self.points_with_routes()}

    def points_with_routes(self) -> list[tuple]:
        """Return each point with the help route that it speaks of by its name, of those the page names."""
        routes = named_routes(self.body)["routes"] if self.points else []

        def spoken_of(point):
            words = f"{point.value['heading']} {strip_tags(str(point.value['text']))}"
            return next((route for route in routes if route.name in words), None)

        return [(point, spoken_of(point)) for point in self.points]

    def first_help(self) -> list:
        """Return the first of the help routes that the page names; 999 where it names none."""
        return super().first_help() or list(HelpRoute.objects.shown().filter(is_emergency=True))

    def clean(self):
        super().clean()
        if self.slug in (TEXT, FOLDER):
            raise ValidationError(
                {"slug": "The list of guidance answers at this address itself. Use another."}
            )
        if self.points and not self.points_kind:
            raise ValidationError({"points_kind": "Say what the points are: actions, signs or a checklist."})
        if self.points and not self.points_heading:
            raise ValidationError({"points_heading": "Give the points a heading, so that readers find them."})
