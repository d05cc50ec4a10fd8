"""Registers the admin's side of categories."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import CategoryGroup


class CategoryGroupViewSet(SnippetViewSet):
    """Groups, ordered by dragging."""

    model = CategoryGroup
    icon = "grip"
    menu_label = "Category groups"
    sort_order_field = "sort_order"
    list_display = ["name", "summary"]
    ordering = ["sort_order"]


register_snippet(CategoryGroupViewSet)
