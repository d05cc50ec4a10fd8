"""The figures as open data, their corrections, and the way for other sites to show one."""

from django.urls import path, re_path

from portal.answering.routing import serve

from . import feeds
from .embedding.oembed import oembed
from .open_data import views
from .views import corrections_page

urlpatterns = [
    path("statistics/data.json", views.figures_json, name="statistics_json"),
    path("statistics/data.csv", views.figures_csv, name="statistics_csv"),
    path("statistics/data.csv-metadata.json", views.csv_metadata, name="statistics_csv_metadata"),
    path("statistics/openapi.json", views.openapi, name="statistics_openapi"),
    path("statistics/corrections/", corrections_page, name="statistics_corrections"),
    path("statistics/corrections.atom", feeds.CorrectionsFeed(), name="statistics_corrections_feed"),
    path("oembed/", oembed, name="oembed"),
    # Wagtail's own pattern knows no dots; the page decides whether it has such a file.
    re_path(r"^((?:[\w\-]+/)+data\.(?:json|csv))$", serve),
]
