"""The admin's side of publications."""

from django.urls import path
from wagtail import hooks

from . import views


@hooks.register("register_admin_urls")
def staff_file_url():
    """Give staff an address for a document before it is published."""
    return [path("publication-files/<int:document_id>/", views.staff_file, name="publications_staff_file")]
