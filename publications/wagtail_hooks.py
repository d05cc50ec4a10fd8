"""The admin's side of publications."""

from django.urls import path
from wagtail import hooks

from portal.reports import register_report
from portal.search.inside import HOOK as SEARCH_INSIDE

from . import admin_documents, views
from .reading.site_search import inside_publications
from .reports import DownloadCountsView

hooks.register(SEARCH_INSIDE, inside_publications)


@hooks.register("register_admin_urls", order=-1)
def document_urls():
    """Answer at Wagtail's addresses of documents, and give staff one for a file before it is published."""
    staff_file = path(
        "publication-files/<int:document_id>/", views.staff_file, name="publications_staff_file"
    )
    return [staff_file, *admin_documents.URLS]


register_report(DownloadCountsView, "downloads", order=120)
