"""The table that compares whom one can tell."""

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from .quoting import quoted


class RouteComparisonBlock(blocks.StructBlock):
    """Help routes side by side: name, privacy, cost and languages; never a number or an address."""

    caption = blocks.CharBlock(
        default="Who you can tell, compared", help_text="Says what the table holds. Shown above it."
    )
    routes = blocks.ListBlock(
        SnippetChooserBlock("guidance.HelpRoute", label="Route"),
        default=[],
        help_text="Choose the routes to compare. Leave empty for all of them.",
        required=False,
    )

    def get_context(self, value, parent_context=None):
        # Routes that were chosen and taken off the site since are not replaced by all the others.
        chosen = value["routes"] or None
        compared = quoted("guidance.HelpRoute", chosen, compared=True)
        return super().get_context(value, parent_context) | compared

    class Meta:
        icon = "table"
        template = "blocks/route_comparison.html"
        description = "Compares help routes: name, privacy, cost, languages."
        preview_value = {"caption": "Who you can tell, compared", "routes": []}
