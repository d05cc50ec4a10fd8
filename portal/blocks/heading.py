"""A heading that starts a part of the page."""

from django.utils.text import slugify
from wagtail import blocks


class HeadingBlock(blocks.CharBlock):
    """A heading that starts a part of the page and can be linked to."""

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        # A preview of the block alone has no page.
        page = context.get("page")
        context["anchor"] = page.anchor_of(context["block"]) if page else slugify(value)
        return context

    class Meta:
        icon = "title"
        template = "blocks/heading.html"
        description = "Starts a new part of the page. Visitors can link to it."
        preview_value = "What you can do"
