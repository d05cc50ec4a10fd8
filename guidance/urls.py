"""The addresses of the finder: single letters that say nothing."""

from django.urls import path, re_path

from .finder.views import finder

urlpatterns = [
    path("next/", finder, name="finder"),
    re_path(r"^next/(?P<trail>(?:[a-z]/){1,4})$", finder, name="finder_step"),
]
