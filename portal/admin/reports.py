"""Puts a report of an app into the admin: its addresses, and its entry in the Reports menu."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView


class ListReportView(ReportView):
    """A report of what no single database query can filter or put in order: a list, as it was made."""

    is_searchable = False

    def filter_queryset(self, queryset):
        return queryset


class LinkedFieldsColumn(Column):
    """Fields to mend, each a link to it: groups of words and fields, each field its words and its address."""

    cell_template_name = "portal/linked_fields.html"


class ReportMenuItem(MenuItem):
    """Shown to those who may open the report."""

    def __init__(self, view, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.view = view

    def is_shown(self, request):
        return self.view.permission_policy.user_has_any_permission(
            request.user, self.view.any_permission_required
        )


def register_report(view, address: str, order: int) -> None:
    """Register a ``ReportView`` at ``reports/<address>/`` and in the menu, by its own names and icon."""

    def urls():
        return [
            path(f"reports/{address}/", view.as_view(), name=view.index_url_name),
            path(
                f"reports/{address}/results/",
                view.as_view(results_only=True),
                name=view.index_results_url_name,
            ),
        ]

    def menu_item():
        url = reverse(view.index_url_name)
        return ReportMenuItem(view, view.page_title, url, icon_name=view.header_icon, order=order)

    hooks.register("register_admin_urls", urls)
    hooks.register("register_reports_menu_item", menu_item)
