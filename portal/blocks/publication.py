"""A publication with its download."""

from wagtail import blocks

from .choosers import PublicationChooserBlock
from .quoting import first_pages, quoted, shown


class PublicationBlock(blocks.StructBlock):
    """A publication that is quoted: its title, summary and download, the last with type, size and pages."""

    page = PublicationChooserBlock(
        page_type="publications.PublicationPage",
        help_text="The publication. Type, size and pages of the file come from the file itself.",
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return context | quoted("publications.PublicationPage", shown([value["page"]], context))

    def get_preview_value(self):
        return self.normalize({"page": next(iter(first_pages("publications.PublicationPage")), None)})

    class Meta:
        icon = "doc-full"
        template = "blocks/publication.html"
        description = "A publication with its download link."
