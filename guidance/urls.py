"""The addresses of the finder, single letters that say nothing; and of the help routes as open data."""

from django.urls import path, re_path

from .finder.views import finder
from .open_referral.api import api

urlpatterns = [
    *api.patterns,
    path("next/", finder, name="finder"),
    re_path(r"^next/(?P<trail>(?:[a-z]/){1,3})$", finder, name="finder_step"),
]
