"""The admin's side of figures: series, refusals, reports, and the rich-text feature that quotes a figure."""

from django.shortcuts import redirect
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.claims.queue import HOOK
from portal.reports import register_report

from .claims import figure_claims
from .evidence_report import EvidenceReportView, accept_evidence
from .models import FigureSeries
from .quoting.editing import register
from .usage import why_not_delete, why_not_unpublish


class FigureSeriesViewSet(SnippetViewSet):
    """Questions that several figures answer."""

    model = FigureSeries
    icon = "order"
    menu_label = "Series of figures"
    list_display = ["question"]
    panels = FigureSeries.panels


register_snippet(FigureSeriesViewSet)
hooks.register("register_rich_text_features", register)


register_report(EvidenceReportView, "evidence", order=110)


@hooks.register("register_admin_urls")
def accept_url():
    """Give the form that accepts a figure its address."""
    return [
        path("reports/evidence/<int:check_id>/accept/", accept_evidence, name="statistics_accept_evidence")
    ]


hooks.register(HOOK, figure_claims)


def _refuse(request, page, reason: str):
    messages.error(request, reason)
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))


@hooks.register("before_delete_page")
def keep_figures_that_are_needed(request, page):
    """Refuse to delete a figure that other pages use, or that was corrected."""
    reason = why_not_delete(page)
    return _refuse(request, page, reason) if reason else None


@hooks.register("before_unpublish_page")
def keep_figures_that_are_quoted(request, page):
    """Refuse to unpublish a figure that other pages use."""
    reason = why_not_unpublish(page)
    return _refuse(request, page, reason) if reason else None


@hooks.register("before_bulk_action")
def keep_figures_among_many(request, action, objects, view):
    """The same for several pages at once."""
    reasons = {"delete": why_not_delete, "unpublish": why_not_unpublish}
    if action not in reasons or not hasattr(objects[0], "url_path"):
        return None
    for page in objects:
        if reason := reasons[action](page):
            return _refuse(request, page, reason)
    return None
