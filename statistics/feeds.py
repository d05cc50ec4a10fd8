"""Corrections of figures, for readers and for feed readers."""

from uuid import uuid5

from django.shortcuts import render
from django.utils.timezone import datetime, get_current_timezone
from django.views.decorators.http import require_safe

from portal.addresses import address_of
from portal.answering.context import visitor_context
from portal.answering.feeds import SiteFeed
from portal.answering.indexing import let_search_engines_list
from portal.visibility import public_now

from .models import Correction, StatisticPage

NEWEST = 50


def corrections_shown():
    """Return the newest corrections of figures that anyone may read."""
    figures = public_now(StatisticPage.objects.all()).values("pk")
    return Correction.objects.filter(figure__in=figures).select_related("figure")[:NEWEST]


@require_safe
def corrections_page(request):
    """List the corrections, newest first."""
    context = {
        **visitor_context(request),
        "title": "Corrections of figures",
        "corrections": list(corrections_shown()),
    }
    return let_search_engines_list(render(request, "statistics/corrections_page.html", context))


class CorrectionsFeed(SiteFeed):
    """The newest corrections."""

    title = "Corrections of figures"
    subtitle = "What figures of this site said wrongly, and what they say now."
    belongs_to = "/statistics/corrections/"
    path = "/statistics/corrections.atom"

    def items(self):
        return corrections_shown()

    def item_title(self, correction):
        return f"Corrected: {correction.figure.title}"

    def item_description(self, correction):
        change = f" It said: {correction.was}. It now says: {correction.now}." if correction.was else ""
        return f"{correction.words}{change}"

    def item_link(self, correction):
        return f"{address_of(correction.figure)}#corrections"

    def item_guid(self, correction):
        return uuid5(correction.figure.translation_key, f"correction {correction.pk}").urn

    def item_pubdate(self, correction):
        return datetime.combine(correction.made_on, datetime.min.time(), get_current_timezone())

    item_updateddate = item_pubdate
