"""The page that lists every figure."""

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.blocks import PageStreamBlock
from portal.pages import BasePage

from ..listing import Listing, read_choice, years_of_figures
from ..open_data.columns import COLUMNS
from ..states import State


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

    def may_be_listed(self, context) -> bool:
        """Only the list itself: choices and further pages lead to figures that are found by themselves."""
        return not context["listing"].query

    def get_context(self, request, *args, **kwargs):
        """Add the figures that the address asks for."""
        context = super().get_context(request, *args, **kwargs)
        listing = Listing(read_choice(request.GET), request.GET.get("page", ""))
        if listing.query:
            context["canonical_url"] += f"?{listing.query}"
        return context | {
            "listing": listing,
            "years": years_of_figures(),
            "states": State.choices,
            "columns": COLUMNS,
        }
