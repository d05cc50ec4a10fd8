"""All groups of categories."""

from django.apps import apps
from wagtail import blocks


class CategoryGroupsBlock(blocks.StaticBlock):
    """All groups with their categories, in the order set under Snippets."""

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["groups"] = apps.get_model("categories.CategoryGroup").with_categories()
        return context

    class Meta:
        icon = "grip"
        template = "blocks/category_groups.html"
        description = "Every group with its categories."
        admin_text = "Shows every group with its live categories. Order the groups under Snippets."
        preview_value = None
