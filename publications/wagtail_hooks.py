"""The admin's side of publications."""

from django.urls import path
from wagtail import hooks

from portal.search.inside import HOOK as SEARCH_INSIDE

from . import admin_documents, views
from .reading.site_search import inside_publications
from .reports import DownloadCountsView, download_counts_menu_item

hooks.register(SEARCH_INSIDE, inside_publications)


@hooks.register("register_admin_urls", order=-1)
def document_urls():
    """Answer at Wagtail's addresses of documents, and give staff one for a file before it is published."""
    staff_file = path(
        "publication-files/<int:document_id>/", views.staff_file, name="publications_staff_file"
    )
    return [staff_file, *admin_documents.URLS]


@hooks.register("register_admin_urls")
def download_counts_urls():
    """Give the report of downloads its addresses."""
    return [
        path("reports/downloads/", DownloadCountsView.as_view(), name="publications_download_counts"),
        path(
            "reports/downloads/results/",
            DownloadCountsView.as_view(results_only=True),
            name="publications_download_counts_results",
        ),
    ]


hooks.register("register_reports_menu_item", download_counts_menu_item)
