"""The admin's side of figures: series, reports, and the rich-text feature that quotes a figure."""

from django.urls import path
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.accounts import HOOK as GROUP_PERMISSIONS
from portal.admin.reports import register_report
from portal.claims.queue import HOOK
from publications.reading.citations import HOOK as CITATIONS

from .claims import figure_claims
from .evidence_report import EvidenceReportView, accept_evidence
from .models import FigureSeries, StatisticPage
from .quoting.editing import register


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
hooks.register(CITATIONS, StatisticPage.citing)


@hooks.register(GROUP_PERMISSIONS)
def who_works_on_series():
    """Let editors do all with the questions that figures answer."""
    every = [f"statistics.{action}_figureseries" for action in ("add", "change", "delete", "view")]
    return {"Editors": every, "Moderators": every}
