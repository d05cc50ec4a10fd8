"""The page that lists every figure."""

from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.blocks import PageStreamBlock
from portal.pages import BasePage

from .figure import StatisticPage

# The room above that knows the list gives it to this hook: a function of the request that returns what the
# template shows, "listing" among it.
HOOK = "statistics_list"


class StatisticsIndexPage(BasePage):
    """All figures, grouped by category, and the data to take away."""

    body = StreamField(
        PageStreamBlock(), blank=True, help_text="What readers should know before they use the figures."
    )

    page_description = "Lists every figure by category. There is only one."
    parent_page_types = ["portal.HomePage"]
    subpage_types = [StatisticPage]
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
        for shown in hooks.get_hooks(HOOK):
            context |= shown(request)
        if context["listing"].query:
            context["canonical_url"] += f"?{context['listing'].query}"
        return context
