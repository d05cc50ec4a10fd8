"""The addresses of the finder, single letters that say nothing; of open data; of files to take along."""

from django.urls import path, re_path

from portal.answering.routing import serve

from .finder.views import finder
from .open_referral.api import api

urlpatterns = [
    *api.patterns,
    path("next/", finder, name="finder"),
    re_path(r"^next/(?P<trail>(?:[a-z]/){1,3})$", finder, name="finder_step"),
    # Wagtail's own pattern knows no dots; the page decides whether it has such a file.
    re_path(r"^((?:[\w\-]+/)+take-along/[a-z0-9-]+\.(?:pdf|html))$", serve),
]
