"""The page that lists every figure."""

from wagtail import hooks

from portal.pages import IndexPage, page_panels

from .figure import StatisticPage

# The room above that knows the list gives it to this hook: a function of the request that returns what the
# template shows, "listing" among it.
HOOK = "statistics_list"


class StatisticsIndexPage(IndexPage):
    """All figures, grouped by category, and the data to take away."""

    page_description = "Lists every figure by category. There is only one."
    subpage_types = [StatisticPage]

    content_panels = page_panels(body="What readers should know before they use the figures.")

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
