"""Wagtail's chooser of pages, which asks for the parent of each row by itself."""

from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import BrowseView, PageTitleColumn, SearchView
from wagtail.models import Page
from wagtail.query import PageQuerySet


class _Rows(PageQuerySet):
    """Pages of which a chooser shows what all page types have: one query, whatever types are among them."""

    def specific(self, defer=False):
        return super().specific(defer=True)


def rows_to_choose(pages: PageQuerySet) -> PageQuerySet:
    """Return the pages with what a chooser shows beside each title, asked for all rows at once."""
    rows = _Rows(pages.model, pages.query.chain(), pages.db)
    return rows.specific().prefetch_workflow_states().annotate_approved_schedule()


class _TitleBelow(PageTitleColumn):
    """The title of a page below the one that is open, which is its parent."""

    def __init__(self, *args, parent, **kwargs):
        super().__init__(*args, **kwargs)
        self.parent = parent

    def get_cell_context_data(self, instance, parent_context):
        if instance.pk != self.parent.pk:
            instance._cached_parent_obj = self.parent
        return super().get_cell_context_data(instance, parent_context)


class BrowsePagesView(BrowseView):
    """Knows the open page as the parent of the rows below it."""

    def get_object_list(self):
        """Look up at once what the row of the open page itself would ask for one by one."""
        page = self.parent_page
        above = Page.objects.filter(path=Page._get_parent_path_from_path(page.path))
        row = Page.objects.filter(pk=page.pk).annotate_approved_schedule().annotate(above=above.values("pk"))
        page._approved_schedule, above = row.values_list("_approved_schedule", "above").get()
        if above:
            # All but the id is asked for if anybody wants it.
            page._cached_parent_obj = Page.from_db(row.db, ["id"], [above])
        return super().get_object_list()

    @property
    def columns(self):
        parent, several = self.parent_page, bool(self.is_multiple_choice)
        return [
            _TitleBelow("title", label=column.label, is_multiple_choice=several, parent=parent)
            if isinstance(column, PageTitleColumn)
            else column
            for column in super().columns
        ]


class SearchPagesView(SearchView):
    """Asks for the parents of all rows at once."""

    def get(self, request):
        response = super().get(request)
        found = response.context_data["pages"].object_list
        Page.objects.annotate_parent_page(found)
        for page in found:
            page._cached_parent_obj = page._parent_page
        return response


# Before Wagtail's own, at the same addresses.
URLS = [
    path("choose-page/", require_admin_access(BrowsePagesView.as_view())),
    path("choose-page/<int:parent_page_id>/", require_admin_access(BrowsePagesView.as_view())),
    path("choose-page/search/", require_admin_access(SearchPagesView.as_view())),
]
