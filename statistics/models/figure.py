"""One figure: the page that shows its value, source, state and everything needed to check it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from portal.pages import BasePage, page_panels, page_search_fields
from portal.pages.forms import NO_ALIAS
from portal.pages.search_tiers import FIGURES
from portal.text.features import FIELD_TEXT
from portal.visibility import if_public, is_public, narrow

from ..forms import FigureForm
from ..pages.citation import citation
from ..pages.lineage import lineage
from ..pages.schema_org import dataset
from ..panels import EvidencePanel
from ..validation import validate_figure, why_not_verified
from .addresses import FigureAddresses
from .comparability import shown_together, total_of
from .querysets import FigureManager
from .series import InSeries
from .source import FigureSource
from .state import FigureState
from .succession import find_newest
from .value import FigureValue
from .versioned import Versioned


class StatisticPage(FigureAddresses, Versioned, FigureValue, FigureSource, FigureState, InSeries, BasePage):
    """One figure with a permanent address, its own history, and everything needed to check it."""

    category = models.ForeignKey(
        "categories.CategoryPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="statistics",
        help_text="The category whose page shows this figure. Empty for all serious and organised crime.",
    )
    does_not_mean = RichTextField(
        "what this does not mean",
        blank=True,
        features=FIELD_TEXT,
        help_text="The mistake readers make most: “Images, not children.”",
    )
    correction = models.TextField(
        blank=True,
        help_text="Needed when you change the value, unit or period of a published figure: what was wrong, "
        "and what is right now. It is shown with the figure for ever, with its date, and goes into a feed.",
    )

    objects = FigureManager()
    base_form_class = FigureForm
    page_description = "One figure, with value, source, period and state. It has a permanent address to cite."
    parent_page_types = ["statistics.StatisticsIndexPage"]
    subpage_types = []
    may_have_aliases = False
    load_with = ("category", "publication", "publication__document", "series")
    search_kind = "Figure"
    search_tier = FIGURES
    not_itself = (("figure_relations", "other"),)
    instead_of_removal = (
        "If the figure should no longer be used, set its state to “Withdrawn”: it keeps its address and says "
        "why."
    )

    content_panels = page_panels(
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("bound"), FieldPanel("unit")]),
                FieldRowPanel([FieldPanel("lower_value"), FieldPanel("upper_value")]),
                FieldRowPanel([FieldPanel("thing"), FieldPanel("counted")]),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("likelihood")]),
                FieldRowPanel([FieldPanel("period"), FieldPanel("year"), FieldPanel("area")]),
                PageChooserPanel("category"),
            ],
            heading="The figure",
        ),
        FieldPanel("correction"),
        MultiFieldPanel(
            [
                PageChooserPanel("publication"),
                FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_edition")]),
                FieldRowPanel([FieldPanel("source_url"), FieldPanel("source_page")]),
                FieldPanel("quoted_words"),
                EvidencePanel(),
            ],
            heading="Where it comes from",
        ),
        MultiFieldPanel(
            [
                FieldPanel("state"),
                FieldPanel("state_note"),
                FieldRowPanel([FieldPanel("seen_by"), FieldPanel("seen_on")]),
                PageChooserPanel("superseded_by"),
            ],
            heading="How sure it is",
        ),
        FieldPanel("does_not_mean"),
        MultiFieldPanel(
            [FieldPanel("series"), FieldRowPanel([FieldPanel("comparability"), FieldPanel("break_note")])],
            heading="The same question over time",
        ),
        InlinePanel(
            "figure_relations",
            label="relation",
            heading="Relations to other figures",
            help_text="Say which figures must not be added to or compared with this one.",
        ),
        body="Anything more a reader needs to understand the figure.",
    )
    search_fields = [
        *page_search_fields("statement", "period", "source_name", "does_not_mean"),
        index.FilterField("state"),
    ]

    class Meta:
        verbose_name = "figure"

    def clean(self):
        super().clean()
        validate_figure(self)

    def why_not_delete(self) -> str:
        """Return why the figure is never deleted, or empty."""
        if not self.corrections.exists():
            return ""
        return (
            f"“{self.title}” was corrected after it was published, and corrections are never deleted. "
            "Set its state to “Withdrawn” instead."
        )

    def refuse_publishing(self) -> None:
        """Refuse to call a figure verified that nobody has seen in its source."""
        super().refuse_publishing()
        if reason := why_not_verified(self):
            raise ValidationError({"state": reason})

    def save(self, *args, **kwargs):
        if self.alias_of_id:
            raise ValidationError(NO_ALIAS)
        super().save(*args, **kwargs)

    @classmethod
    def quoted_in_block(cls, chosen, *, with_total: bool = False) -> dict:
        """Return the figures side by side and, if asked for it, their total in words or why there is none."""
        told = {"figures": [], "relations": [], "total": "", "no_total": ""}
        if not chosen:
            return told
        told |= shown_together(chosen)
        if with_total:
            try:
                told["total"] = total_of(told["figures"])
            except ValueError as error:
                told["no_total"] = str(error)
        return told

    def get_context(self, request, *args, version=None, **kwargs):
        """Add what the figure stands beside, as far as visitors may read it."""
        context = super().get_context(request, *args, **kwargs)
        restricted = context["restricted_paths"]
        find_newest([self])
        context["newer"] = self.newest
        for name in ("category", "publication"):
            context[name] = if_public(getattr(self, name), restricted)
        context["source_link"] = self.source_link(context["publication"])
        context["relations"] = [
            relation for relation in self.related_figures() if is_public(relation["figure"], restricted)
        ]
        context["version"] = version
        if version:  # which has none of the body's headings
            context["on_this_page"] = []
        newest = None if request.is_preview else self.newest_version()
        context["citation"] = citation(self, newest) if newest else None
        context["corrections"] = list(self.corrections.all()) if self.pk else []
        context["lineage"] = lineage(self.series.figures_shown(), self) if self.series else None
        return context

    def related_figures(self) -> list[dict]:
        """Return the figures this one is related to, whichever page the relation was entered on."""
        if not self.pk:
            return []
        relations = self.relations_to.model.objects.filter(Q(figure=self.pk) | Q(other=self.pk))
        both = narrow(relations.select_related("figure", "other"), "body", of=("figure", "other"))
        return [relation.seen_from(self) for relation in both]

    def schema_data(self, context: dict) -> dict:
        """Say what the figure is to search engines."""
        return dataset(self, context)
