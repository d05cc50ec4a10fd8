"""Registers the admin's side of guidance."""

from wagtail.snippets.models import register_snippet

from .viewsets import HelpRouteViewSet

register_snippet(HelpRouteViewSet)
