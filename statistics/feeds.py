"""Corrections of figures, for feed readers."""

from uuid import uuid5

from django.utils.timezone import datetime, get_current_timezone

from portal.addresses import address_of
from portal.answering.feeds import SiteFeed

from .models import Correction


class CorrectionsFeed(SiteFeed):
    """As many as the page of corrections has. An entry keeps its id wherever the figure moves."""

    title = "Corrections of figures"
    subtitle = "What figures of this site said wrongly, and what they say now."
    belongs_to = "/statistics/corrections/"
    path = "/statistics/corrections.atom"

    def items(self):
        return Correction.objects.shown()

    def item_title(self, correction):
        return f"Corrected: {correction.figure.title}"

    def item_description(self, correction):
        change = f" It said: {correction.was}. It now says: {correction.now}." if correction.was else ""
        return f"{correction.words}{change}"

    def item_link(self, correction):
        return f"{address_of(correction.figure)}#_corrections"

    def item_guid(self, correction):
        return uuid5(correction.figure.translation_key, f"correction {correction.pk}").urn

    def item_pubdate(self, correction):
        return datetime.combine(correction.made_on, datetime.min.time(), get_current_timezone())

    item_updateddate = item_pubdate
