"""All groups of categories."""

from wagtail import blocks

from .quoting import quoted


class CategoryGroupsBlock(blocks.StaticBlock):
    """All groups with their categories, in the order set under Snippets."""

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context) | quoted("categories.CategoryGroup")
        # The block may stand on a page twice. A preview of it alone is of no page.
        context["place"] = f"{context['block'].id}-" if "block" in context else ""
        return context

    class Meta:
        icon = "grip"
        template = "blocks/category_groups.html"
        description = "Every group with its categories."
        admin_text = "Shows every group with its live categories. Order the groups under Snippets."
        preview_value = None
