"""One figure: its value, what it counts, where it comes from and how sure it is."""

import re

from django.db import models
from django.db.models import Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from portal.blocks import PageStreamBlock
from portal.models import BasePage
from portal.visibility import is_public

from ..fields import PlainDecimalField
from ..schema import dataset
from ..states import EXPLANATIONS, State
from ..validation import validate_figure
from ..wording import BOUNDS, counted_text, value_text
from .relations import FigureRelation, relation_warnings

RICH_TEXT = ["bold", "italic", "ul", "ol", "link"]


class StatisticPage(BasePage):
    """One figure with a permanent address, its own history, and everything needed to check it."""

    lower_value = PlainDecimalField(
        "value",
        max_digits=20,
        decimal_places=4,
        null=True,
        help_text="In full, without words: 8300000, not 8.3 million. For a range, the lower end.",
    )
    upper_value = PlainDecimalField(
        max_digits=20, decimal_places=4, null=True, blank=True, help_text="Only for a range: its upper end."
    )
    bound = models.CharField(
        max_length=12, choices=BOUNDS, default="exactly", help_text="How the source words the value."
    )
    unit = models.CharField(
        max_length=12,
        choices=[("number", "Number"), ("percent", "Per cent")],
        default="number",
        help_text="A number of things, or a share of them in per cent.",
    )
    counted = models.CharField(
        "what is counted",
        max_length=250,
        help_text="Completes the sentence after the value: “children safeguarded or protected…”. "
        "Say whether it counts people, accounts, images or offences.",
    )
    kind = models.CharField(
        max_length=12,
        choices=[
            ("count", "Count: things that were counted"),
            ("estimate", "Estimate: worked out from data by a method"),
            ("assessment", "Intelligence assessment: a judgement"),
        ],
        default="count",
        help_text="How the value came about.",
    )
    period = models.CharField(
        max_length=120, help_text="The time it covers, in words: “year ending September 2019”."
    )
    year = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="The last year of the period, for sorting: 2019. Left empty, it is read from the period.",
    )
    area = models.CharField(
        max_length=120, help_text="The place it covers: “UK”, or “Area not stated in the source”."
    )
    category = models.ForeignKey(
        "categories.CategoryPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="statistics",
        help_text="The category whose page shows this figure. Empty for all serious and organised crime.",
    )
    publication = models.ForeignKey(
        "publications.PublicationPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="statistics",
        help_text="The publication on this site that holds the figure, if any.",
    )
    source_name = models.CharField(
        max_length=250, help_text="Publisher, title and year of the source, as you would cite it."
    )
    source_url = models.URLField(
        "source address", blank=True, help_text="Where the source can be read on its publisher's site."
    )
    source_page = models.PositiveIntegerField(
        null=True, blank=True, help_text="The page of the source that holds the figure."
    )
    quoted_words = models.TextField(blank=True, help_text="The source's own words around the figure.")
    does_not_mean = RichTextField(
        "what this does not mean",
        blank=True,
        features=RICH_TEXT,
        help_text="The mistake readers make most: “Images, not children.”",
    )
    state = models.CharField(
        max_length=12,
        choices=State.choices,
        default=State.UNVERIFIED,
        help_text="How sure the figure is. Shown wherever the figure is shown.",
    )
    state_note = models.CharField(
        max_length=300, blank=True, help_text="Why it has this state, in one sentence. Shown to readers."
    )
    superseded_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="supersedes",
        help_text="The newer figure. Needed if the state is “Superseded”.",
    )
    body = StreamField(
        PageStreamBlock(), blank=True, help_text="Anything more a reader needs to understand the figure."
    )

    page_description = "One figure, with value, source, period and state. It has a permanent address to cite."
    parent_page_types = ["statistics.StatisticsIndexPage"]
    subpage_types = []
    load_with = ("category", "publication", "superseded_by")
    search_kind = "Figure"
    not_itself = (("figure_relations", "other"),)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("bound"), FieldPanel("unit")]),
                FieldRowPanel([FieldPanel("lower_value"), FieldPanel("upper_value")]),
                FieldPanel("counted"),
                FieldPanel("kind"),
                FieldRowPanel([FieldPanel("period"), FieldPanel("year"), FieldPanel("area")]),
                PageChooserPanel("category"),
            ],
            heading="The figure",
        ),
        MultiFieldPanel(
            [
                PageChooserPanel("publication"),
                FieldPanel("source_name"),
                FieldRowPanel([FieldPanel("source_url"), FieldPanel("source_page")]),
                FieldPanel("quoted_words"),
            ],
            heading="Where it comes from",
        ),
        MultiFieldPanel(
            [FieldPanel("state"), FieldPanel("state_note"), PageChooserPanel("superseded_by")],
            heading="How sure it is",
        ),
        FieldPanel("does_not_mean"),
        InlinePanel(
            "figure_relations",
            label="relation",
            heading="Relations to other figures",
            help_text="Say which figures must not be added to or compared with this one.",
        ),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("statement"),
        index.SearchField("period"),
        index.SearchField("source_name"),
        index.SearchField("does_not_mean"),
        index.SearchField("body"),
        index.FilterField("state"),
    ]

    class Meta:
        verbose_name = "figure"

    def clean(self):
        super().clean()
        validate_figure(self)
        if self.year is None and (years := re.findall(r"\b(?:19|20)\d\d\b", self.period)):
            self.year = int(years[-1])

    @property
    def value_text(self) -> str:
        """The value in words, for example "at least 300,000"."""
        return value_text(self.lower_value, self.upper_value, self.bound, self.unit)

    def statement(self) -> str:
        """The value and what it counts, as one utterance."""
        return f"{self.value_text} {self.counted_text}"

    @property
    def counted_text(self) -> str:
        """What follows the value in a sentence."""
        return counted_text(self.counted, self.unit)

    @property
    def state_label(self) -> str:
        """The state in one word."""
        return self.get_state_display()

    @property
    def state_explanation(self) -> str:
        """What the state means, in one sentence."""
        return EXPLANATIONS.get(self.state, "")

    @property
    def source_text(self) -> str:
        """The source as it is cited, with the page where that is known."""
        page = f", page {self.source_page}" if self.source_page else ""
        return f"{self.source_name}{page}"

    @property
    def source_link(self) -> str:
        """Where the source can be read: its publisher's site."""
        return self.source_url

    def relations_among(self, figures) -> list[str]:
        """Return the warnings for showing these figures together."""
        return relation_warnings(figures)

    def get_context(self, request, *args, **kwargs):
        """Add what the figure stands beside, as far as visitors may read it."""
        context = super().get_context(request, *args, **kwargs)
        restricted = context["restricted_paths"]
        for name in ("category", "publication", "superseded_by"):
            other = getattr(self, name)
            context[name] = other if is_public(other, restricted) else None
        context["relations"] = [
            relation for relation in self.related_figures() if is_public(relation["figure"], restricted)
        ]
        return context

    def related_figures(self) -> list[dict]:
        """Return the figures this one is related to, whichever page the relation was entered on."""
        relations = FigureRelation.objects.filter(Q(figure=self.pk) | Q(other=self.pk))
        return [relation.seen_from(self) for relation in relations.select_related("figure", "other")]

    def schema_data(self, context: dict) -> dict:
        """Return the figure as a schema.org Dataset."""
        return dataset(self, context["canonical_url"])
