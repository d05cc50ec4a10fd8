"""What a guidance page advises, shown on another page."""

from wagtail import blocks

from .choosers import GuidanceChooserBlock
from .quoting import first_pages, quoted, shown


class PointsFromPageBlock(blocks.StructBlock):
    """The actions, signs or questions of a guidance page."""

    page = GuidanceChooserBlock(help_text="The guidance page whose points are shown here.")

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return context | quoted("guidance.GuidancePage", shown([value["page"]], context))

    def get_preview_value(self):
        return self.normalize({"page": next(iter(first_pages("guidance.GuidancePage")), None)})

    class Meta:
        icon = "tasks"
        template = "blocks/points_from_page.html"
        description = "The actions, signs or questions of a guidance page."
