"""What figures give to the admin, to the floor, and to their own pages from the rooms above the models."""

from functools import partial

from django.urls import path
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.accounts import HOOK as GROUP_PERMISSIONS
from portal.admin.reports import register_report
from portal.answering.framing import CARD
from portal.claims.queue import HOOK as CLAIMS
from publications.reading.citations import HOOK as CITATIONS

from .claims.figures import figure_claims
from .embedding.card import card
from .listing import list_context
from .models import FigureSeries, StatisticPage, addresses, index_page
from .open_data.api import figure_data
from .quoting.editing import register
from .reports import EvidenceReportView, accept_evidence


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


hooks.register(CLAIMS, figure_claims)
hooks.register(CITATIONS, StatisticPage.citing)


@hooks.register(GROUP_PERMISSIONS)
def who_works_on_series():
    """Let editors do all with the questions that figures answer."""
    every = [f"statistics.{action}_figureseries" for action in ("add", "change", "delete", "view")]
    return {"Editors": every, "Moderators": every}


hooks.register(index_page.HOOK, list_context)


@hooks.register(addresses.HOOK)
def below_a_figure() -> dict:
    """Answer with the data of one figure, and with its card."""
    return {CARD: card, **{file: partial(figure_data, file=file) for file in addresses.FILES}}
