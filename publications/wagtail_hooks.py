"""The admin's side of publications."""

from django.urls import path, reverse
from wagtail import hooks

from portal.admin.reports import register_report
from portal.schedule import HOOK as SCHEDULE
from portal.search.inside import HOOK as SEARCH_INSIDE

from . import views
from .bin.emptying import empty_bin
from .bin.views import BinView, remove_now, restore
from .documents.views import URLS as DOCUMENT_URLS
from .models import PublicationDocument
from .reading.site_search import inside_publications
from .reports import DownloadCountsView

hooks.register(SEARCH_INSIDE, inside_publications)


@hooks.register("register_admin_urls", order=-1)
def document_urls():
    """Answer at Wagtail's addresses of documents, and give staff one for a file before it is published."""
    staff_file = path(
        "publication-files/<int:document_id>/", views.staff_file, name="publications_staff_file"
    )
    return [staff_file, *DOCUMENT_URLS]


register_report(DownloadCountsView, "downloads", order=120)
register_report(BinView, "deleted-documents", order=130)
hooks.register(SCHEDULE, empty_bin)


@hooks.register("register_admin_urls")
def bin_urls():
    """Give the two answers to a deleted document their addresses."""
    return [
        path("reports/deleted-documents/<int:pk>/restore/", restore, name="publications_restore"),
        path("reports/deleted-documents/<int:pk>/remove/", remove_now, name="publications_remove_now"),
    ]


@hooks.register("describe_collection_contents")
def documents_in_the_bin(collection):
    """Keep a collection as long as a deleted document may come back to it."""
    count = PublicationDocument.in_bin.filter(collection=collection).count()
    return {"count": count, "count_text": f"{count} in the bin", "url": reverse("publications_bin")}


@hooks.register("register_log_actions")
def bin_log_actions(actions):
    """Name in the history what happened to a deleted document."""
    actions.register_action("portal.restore", "Restore", "Brought back from the bin")
    actions.register_action("portal.remove", "Remove", "Removed for good")
