"""Who to tell."""

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from .quoting import quoted


class HelpRoutesBlock(blocks.StructBlock):
    """Who to tell: help routes with their contacts."""

    routes = blocks.ListBlock(
        SnippetChooserBlock("guidance.HelpRoute", label="Route"),
        help_text="Choose who to tell. Numbers and addresses come from the routes themselves.",
    )

    def get_context(self, value, parent_context=None):
        return super().get_context(value, parent_context) | quoted("guidance.HelpRoute", value["routes"])

    def get_preview_value(self):
        return self.normalize({"routes": quoted("guidance.HelpRoute")["routes"][:2]})

    class Meta:
        icon = "mail"
        template = "blocks/help_routes.html"
        description = "Who to tell, with numbers and addresses quoted from the help routes."
