"""Registers the admin's side of categories."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.accounts import HOOK as GROUP_PERMISSIONS

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


@hooks.register(GROUP_PERMISSIONS)
def who_works_on_groups():
    """Let editors change the groups of categories, and those who publish add one."""
    change = ["categories.change_categorygroup", "categories.view_categorygroup"]
    return {"Editors": change, "Moderators": [*change, "categories.add_categorygroup"]}
