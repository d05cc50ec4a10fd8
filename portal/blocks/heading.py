"""A heading that starts a part of the page."""

from wagtail import blocks

from ..pages.anchors import anchor_of


class HeadingBlock(blocks.CharBlock):
    """A heading that starts a part of the page and can be linked to."""

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        block = (parent_context or {}).get("block")
        context["anchor"] = anchor_of(value, getattr(block, "id", None), context.get("page"))
        return context

    class Meta:
        icon = "title"
        template = "blocks/heading.html"
        description = "Starts a new part of the page. Visitors can link to it."
        preview_value = "What you can do"
