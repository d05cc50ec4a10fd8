"""The admin's list of deleted documents, and its two answers: bring back, or remove for good."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import classproperty
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permissions import policy_registry

from portal.admin.reports import ListReportView

from ..models import PublicationDocument


def _may_restore(user, document) -> bool:
    """Whoever may delete a document may bring it back."""
    policy = policy_registry.get_by_type(PublicationDocument)
    return policy.user_has_permission_for_instance(user, "delete", document)


class BinView(ListReportView):
    """Documents in the bin, the newest first: of those collections that the user may change."""

    page_title = "Deleted documents"
    header_icon = "bin"
    index_url_name = "publications_bin"
    index_results_url_name = "publications_bin_results"
    results_template_name = "publications/bin_results.html"
    any_permission_required = ["add", "change", "delete"]
    list_export = ["title", "deleted_at", "deleted_by", "goes_on"]
    columns = [
        TitleColumn(
            "title",
            label="Document",
            get_url=lambda document: reverse("publications_restore", args=[document.pk]),
        ),
        Column("deleted_at", label="Deleted"),
        Column("deleted_by", label="By"),
        Column("goes_on", label="Removed for good on"),
        TitleColumn(
            "restore",
            label="To do",
            accessor=lambda document: "Bring back",
            get_url=lambda document: reverse("publications_restore", args=[document.pk]),
        ),
    ]

    @classproperty
    def permission_policy(cls):  # noqa: N805 (asked before it is registered, if it were an attribute)
        return policy_registry.get_by_type(PublicationDocument)

    def get_queryset(self):
        binned = PublicationDocument.in_bin.select_related("collection", "deleted_by").order_by("-deleted_at")
        return [document for document in binned if _may_restore(self.request.user, document)]


def _in_bin(request, pk: int) -> PublicationDocument:
    document = get_object_or_404(PublicationDocument.in_bin.select_related("collection"), pk=pk)
    if not _may_restore(request.user, document):
        raise PermissionDenied
    return document


def restore(request, pk: int):
    """Bring a document back as it was.

    Raises:
        PermissionDenied: if the user may not delete documents of its collection.
    """
    document = _in_bin(request, pk)
    if request.method == "POST":
        document.restore()
        messages.success(request, f"“{document.title}” is back, with its versions and its uses.")
        return redirect("wagtaildocs:edit", document.pk)
    return TemplateResponse(request, "publications/restore.html", {"document": document})


class ReasonForm(forms.Form):
    """Asks why a document must not wait for its 30 days."""

    reason = forms.CharField(
        label="Why now?", max_length=250, help_text="Kept in the site's history. For example: a court order."
    )


def remove_now(request, pk: int):
    """Let an administrator remove a document for good before its 30 days are over, with a reason.

    Raises:
        PermissionDenied: for everybody else.
    """
    if not request.user.is_superuser:
        raise PermissionDenied
    document = _in_bin(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        title = document.title
        document.remove_for_good(form.cleaned_data["reason"])
        messages.success(request, f"“{title}” and its versions are removed for good.")
        return redirect("publications_bin")
    return TemplateResponse(request, "publications/remove_now.html", {"document": document, "form": form})
