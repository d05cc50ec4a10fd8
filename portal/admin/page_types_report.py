"""Wagtail's report of page types, which names the page of each type that was edited last to everybody."""

from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView

from ..keeping.sight import holds


class PageTypesView(PageTypesUsageReportView):
    """Names the page only to those who hold a permission on it."""

    def decorate_paginated_queryset(self, page_types):
        page_types = super().decorate_paginated_queryset(page_types)
        for item in page_types:
            if item.last_edited_page and not holds(self.request.user, item.last_edited_page):
                item.last_edited_page = None
        return page_types


# Before Wagtail's own, at the same addresses.
URLS = [
    path("reports/page-types-usage/", require_admin_access(PageTypesView.as_view())),
    path("reports/page-types-usage/results/", require_admin_access(PageTypesView.as_view(results_only=True))),
]
