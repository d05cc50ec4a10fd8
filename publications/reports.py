"""The admin's report of how often each publication is downloaded, by day."""

import django_filters
from django.db.models import Sum
from django.urls import reverse
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from .models import DownloadCount, PublicationPage
from .models.counting import write_waiting

# Whoever may work on a publication sees how often it is downloaded, and of no other its title.
PERMISSIONS = ["change", "publish"]


def _publications_of(request):
    pages = page_permission_policy.instances_user_has_any_permission_for(request.user, PERMISSIONS)
    return PublicationPage.objects.filter(pk__in=pages.values("pk"))


def _edit_url(row) -> str:
    return reverse("wagtailadmin_pages:edit", args=[row.page_id])


class DownloadCountFilterSet(WagtailFilterSet):
    """Narrows the report to some days or one publication."""

    day = django_filters.DateFromToRangeFilter(label="Day", widget=DateRangePickerWidget)
    page = django_filters.ModelChoiceFilter(label="Publication", queryset=_publications_of)

    class Meta:
        model = DownloadCount
        fields = ["day", "page"]


class DownloadCountsView(ReportView):
    """Downloads by day and publication, newest day first, with their total."""

    page_title = "Downloads"
    header_icon = "download"
    permission_policy = page_permission_policy
    any_permission_required = PERMISSIONS
    filterset_class = DownloadCountFilterSet
    index_url_name = "publications_download_counts"
    index_results_url_name = "publications_download_counts_results"
    results_template_name = "publications/download_counts_results.html"
    export_filename = "downloads"
    list_export = ["day", "page.title", "count"]
    export_headings = {"day": "Day", "page.title": "Publication", "count": "Downloads"}
    columns = [
        Column("day", label="Day"),
        TitleColumn("page", label="Publication", get_url=_edit_url),
        Column("count", label="Downloads"),
    ]

    def get_queryset(self):
        write_waiting()
        counts = DownloadCount.objects.filter(page__in=_publications_of(self.request).values("pk"))
        return counts.select_related("page")

    def get_context_data(self, **kwargs):
        total = self.object_list.aggregate(total=Sum("count"))["total"] or 0
        return super().get_context_data(**kwargs, total=total)
