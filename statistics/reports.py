"""The admin's report of figures that were looked up in their sources, and its acceptance form."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permissions import page_permission_policy

from portal.admin.reports import ListReportView
from portal.keeping.sight import works_on

from .evidence import Evidence
from .models import EvidenceCheck

# What somebody has to look at stands first.
URGENCY = [
    Evidence.OUT_OF_RANGE,
    Evidence.VALUE_NOT_FOUND,
    Evidence.WORDS_NOT_FOUND,
    Evidence.NO_TEXT,
    Evidence.NOTHING_TO_FIND,
    Evidence.SAMPLE,
    Evidence.NOT_HELD,
    Evidence.FOUND,
]


def _accept_url(check) -> str | None:
    return reverse("statistics_accept_evidence", args=[check.pk]) if check.is_open else None


class EvidenceReportView(ListReportView):
    """Every published figure with what was found in its source, the worst first."""

    page_title = "Figures found in their sources"
    header_icon = "doc-full"
    index_url_name = "statistics_evidence"
    index_results_url_name = "statistics_evidence_results"
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]
    list_export = ["figure", "result", "since", "accepted_by", "accepted_on", "accepted_note"]
    columns = [
        TitleColumn(
            "figure",
            label="Figure",
            accessor=lambda check: check.figure.title,
            get_url=lambda check: reverse("wagtailadmin_pages:edit", args=[check.figure_id]),
        ),
        Column("result", label="Result", accessor=lambda check: check.get_result_display()),
        Column("since", label="Since"),
        Column("accepted_by", label="Accepted by"),
        Column("accepted_note", label="Why"),
        TitleColumn(
            "accept",
            label="To do",
            accessor=lambda check: "Accept" if check.is_open else "",
            get_url=_accept_url,
        ),
    ]

    def get_queryset(self):
        checks = EvidenceCheck.objects.filter(figure__live=True).select_related("figure", "accepted_by")
        checks = [check for check in checks if works_on(self.request.user, check.figure)]
        return sorted(checks, key=lambda check: (not check.is_open, URGENCY.index(check.result), check.since))


class AcceptForm(forms.ModelForm):
    """Asks how somebody made sure of a figure that was not found."""

    class Meta:
        model = EvidenceCheck
        fields = ["accepted_note"]
        labels = {"accepted_note": "How did you make sure that the figure is right?"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["accepted_note"].required = True


def accept_evidence(request, check_id: int):
    """Let somebody other than the last editor accept that a figure was not found, with a note.

    Raises:
        PermissionDenied: if the user may not publish the figure.
    """
    check = get_object_or_404(EvidenceCheck.objects.select_related("figure"), pk=check_id)
    if not check.figure.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    form = AcceptForm(request.POST or None, instance=check)
    if request.method == "POST" and form.is_valid():
        try:
            check.accept(request.user, form.cleaned_data["accepted_note"])
        except ValueError as error:
            form.add_error("accepted_note", str(error))
        else:
            messages.success(
                request, f"You accepted “{check.figure.title}”. The note is kept with the figure."
            )
            return redirect("statistics_evidence")
    return TemplateResponse(request, "statistics/accept_evidence.html", {"form": form, "check": check})
