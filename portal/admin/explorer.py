"""Wagtail's list of the pages below one, in a time that does not depend on how many there are."""

from django.contrib import messages
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet

# Wagtail draws some forty kilobytes of menus for ten rows, so rows are what the time goes into.
ROWS = 20
# Putting pages in order by hand shows all of them at once.
MOST_PUT_IN_ORDER = 200


class ExplorerView(ExplorableIndexView):
    """Wagtail's view, with fewer rows on a page, and never thousands on one."""

    paginate_by = ROWS

    @property
    def _has_too_many(self) -> bool:
        return self.parent_page.numchild > MOST_PUT_IN_ORDER

    def get_valid_orderings(self):
        return [
            ordering
            for ordering in super().get_valid_orderings()
            if not (ordering == self.sort_order_field and self._has_too_many)
        ]

    def get_context_data(self, **kwargs):
        if self._has_too_many and self.request.GET.get("ordering") == self.sort_order_field:
            messages.info(
                self.request,
                f"{self.parent_page.numchild:,} pages are too many to put in order by hand; "
                f"that can be done for up to {MOST_PUT_IN_ORDER}.",
            )
        return super().get_context_data(**kwargs)


class PortalPageViewSet(PageViewSet):
    """Wagtail's views of all pages, with our list."""

    index_view_class = ExplorerView


page_viewset = PortalPageViewSet()
