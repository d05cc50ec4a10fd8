"""The page that lists every figure."""

from itertools import groupby

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.blocks import PageStreamBlock
from portal.models import BasePage
from portal.visibility import public_now

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
        rows = relations_of(figures)
        parts = [
            (category, list(members))
            for category, members in groupby(figures, key=lambda figure: figure.category)
        ]
        groups = [
            {"category": category, "figures": members, "relations": relation_warnings(members, rows)}
            for category, members in parts
        ]
        return sorted(groups, key=lambda group: group["category"] is not None)
