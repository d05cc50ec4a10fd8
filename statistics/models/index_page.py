"""The page that lists every figure."""

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.blocks import PageStreamBlock
from portal.models import BasePage
from portal.visibility import is_public, public_now, restricted_paths

from .figure import StatisticPage
from .relations import relation_warnings, relations_of


class StatisticsIndexPage(BasePage):
    """All figures, grouped by category, and the data to take away."""

    body = StreamField(
        PageStreamBlock(), blank=True, help_text="What readers should know before they use the figures."
    )

    page_description = "Lists every figure by category. There is only one."
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["statistics.StatisticPage"]
    max_count = 1

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "list of figures"

    def figures_by_category(self) -> list[dict]:
        """Return ``{"category", "figures", "relations"}`` for each category that has figures.

        Figures about all serious and organised crime come first, with no category.
        """
        figures = list(
            public_now(StatisticPage.objects.all())
            .select_related("category")
            .defer("body", "category__body")
            .order_by("category__path", "-year", "path")
        )
        rows, restricted = relations_of(figures), restricted_paths()
        by_category = {}
        for figure in figures:
            category = figure.category if is_public(figure.category, restricted) else None
            by_category.setdefault(category, []).append(figure)
        groups = [
            {"category": category, "figures": members, "relations": relation_warnings(members, rows)}
            for category, members in by_category.items()
        ]
        return sorted(groups, key=lambda group: group["category"] is not None)
