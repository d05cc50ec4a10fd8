"""The figures as data."""

from django.urls import path

from . import views

urlpatterns = [
    path("data.json", views.data_json, name="statistics_json"),
    path("data.csv", views.data_csv, name="statistics_csv"),
]
