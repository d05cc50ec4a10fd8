"""The figures as open data, their corrections, and the way for other sites to show one."""

from django.urls import path, re_path

from portal.answering.read_only import read_only
from portal.answering.routing import serve

from . import feeds
from .embedding import oembed  # noqa: F401  (adds its address to those of the data)
from .open_data.api import api
from .views import corrections_page

urlpatterns = [
    *api.patterns,
    path("statistics/corrections/", corrections_page, name="statistics_corrections"),
    path(
        "statistics/corrections.atom", read_only(feeds.CorrectionsFeed()), name="statistics_corrections_feed"
    ),
    # Wagtail's own pattern knows no dots; the page decides whether it has such a file.
    re_path(r"^((?:[\w\-]+/)+data\.(?:json|csv))$", serve),
]
