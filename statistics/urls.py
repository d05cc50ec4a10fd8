"""The figures as data, and their corrections."""

from django.urls import path

from . import feeds, views

urlpatterns = [
    path("data.json", views.data_json, name="statistics_json"),
    path("data.csv", views.data_csv, name="statistics_csv"),
    path("corrections/", feeds.corrections_page, name="statistics_corrections"),
    path("corrections.atom", feeds.CorrectionsFeed(), name="statistics_corrections_feed"),
]
