"""One category of serious and organised crime."""

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from guidance.models import HelpRoute
from guidance.models.first_help import first_of
from portal.pages import BasePage, page_panels, page_search_fields
from portal.pages.search_tiers import GUIDANCE
from portal.text.features import BODY_TEXT
from portal.visibility import narrow, public_now
from statistics.models import StatisticPage
from statistics.models.comparability import shown_together

# A category may have thousands; the list of figures has them all.
FIGURES_SHOWN = 12


def _part(help_text: str) -> RichTextField:
    return RichTextField(blank=True, features=BODY_TEXT, help_text=help_text)


class CategoryPage(BasePage):
    """What a category covers, who is harmed, what to do and who to tell; with its figures."""

    group = models.ForeignKey(
        "categories.CategoryGroup",
        null=True,
        on_delete=models.PROTECT,
        related_name="members",
        help_text="The group this category is told in.",
    )
    covers = _part("What the term covers, calmly and without detail of how crimes are done.")
    technology = _part("How technology is used in it: name things, never methods.")
    who_is_harmed = _part("Who is harmed, and how it reaches other people's lives.")
    what_you_can_do = _part("What a reader can do, in short sentences.")

    page_description = "One category of serious and organised crime."
    parent_page_types = ["categories.CategoryIndexPage"]
    subpage_types = []
    not_itself = (("related_categories", "related"),)
    load_with = ("group", "group__picture")
    search_kind = "Category of crime"
    search_tier = GUIDANCE
    schema_type = "Article"
    help_anchor = "_who-to-tell"
    PARTS = (
        ("covers", "What the term covers"),
        ("who_is_harmed", "Who is harmed"),
        ("technology", "How technology is used"),
        ("what_you_can_do", "What you can do"),
    )

    LONG_TEXTS = ("body", *(name for name, _ in PARTS))

    content_panels = [
        *page_panels(
            FieldPanel("group"),
            *(FieldPanel(name) for name, _ in PARTS),
            body="Anything more, after the parts above.",
        ),
        InlinePanel(
            "related_categories",
            label="related category",
            heading="Related categories",
            help_text="Enter each pair once: the link shows on both pages.",
        ),
    ]
    search_fields = page_search_fields(*(name for name, _ in PARTS))

    class Meta:
        verbose_name = "category"

    def related(self):
        """Return the categories linked to this one, whichever page the link was entered on."""
        if self.pk is None:
            return CategoryPage.objects.none()
        linked = Q(related_from__page=self.pk) | Q(related_categories__related=self.pk)
        found = public_now(CategoryPage.objects.filter(linked)).exclude(pk=self.pk)
        return narrow(found, *self.LONG_TEXTS).distinct().order_by("path")

    def figures(self):
        """Return this category's figures, newest first."""
        if self.pk is None:
            return StatisticPage.objects.none()
        figures = narrow(public_now(StatisticPage.objects.filter(category=self.pk)), "body")
        return figures.order_by(F("year").desc(nulls_last=True), "path")

    def get_context(self, request, *args, **kwargs):
        found = list(self.figures()[: FIGURES_SHOWN + 1])
        figures = found[:FIGURES_SHOWN]
        self.figure_count = len(figures)
        context = super().get_context(request, *args, **kwargs)
        together = shown_together(figures)
        if len(found) > FIGURES_SHOWN:
            above = figures[0].get_url().rstrip("/").rpartition("/")[0]
            context["all_figures_url"] = f"{above}/?category={self.slug}"
        return context | together

    def routes(self):
        """Return who to tell about this category, the emergency route first."""
        return HelpRoute.objects.about(self.pk or 0)

    @cached_property
    def named_routes(self) -> list[HelpRoute]:
        """The routes as the page shows them."""
        return list(self.routes())

    def first_help(self) -> list[HelpRoute]:
        """Return the first of the routes: those made for this before those for every crime."""
        others = [route for route in self.named_routes if not route.is_emergency]
        return first_of(sorted(others, key=lambda route: route.for_every_category))

    def on_this_page(self) -> list[dict]:
        """Return links to the parts of the page, as the template shows them."""
        parts = [
            {"anchor": f"_{name.replace('_', '-')}", "text": heading}
            for name, heading in self.PARTS
            if getattr(self, name)
        ]
        who_to_tell = {"anchor": "_who-to-tell", "text": "Who to tell"}
        if self.content_note:  # help comes first, as in the template
            help_parts = [part for part in parts if part["anchor"] == "_what-you-can-do"]
            others = [part for part in parts if part not in help_parts]
            return [*help_parts, who_to_tell, *others, *super().on_this_page()]
        return [*parts, who_to_tell, *super().on_this_page()]


class CategoryRelation(Orderable):
    """A link between two categories that overlap; entered once, shown on both."""

    page = ParentalKey(CategoryPage, on_delete=models.CASCADE, related_name="related_categories")
    related = models.ForeignKey(
        CategoryPage,
        on_delete=models.CASCADE,
        related_name="related_from",
        help_text="A category that overlaps with this one.",
    )

    panels = [PageChooserPanel("related")]

    def __str__(self):
        return f"{self.page_id} and {self.related_id}"
