"""Pages to read next."""

from wagtail import blocks

from .choosers import QuotedPageChooserBlock
from .quoting import first_pages, shown


class PageLinksBlock(blocks.StructBlock):
    """Links to other pages of the site, for reading on."""

    links = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("page", QuotedPageChooserBlock(help_text="The page to read next.")),
                (
                    "label",
                    blocks.CharBlock(required=False, help_text="Leave empty to use the page's title."),
                ),
            ],
            label="Link",
        ),
        help_text="Pages to read next.",
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        public = shown([link["page"] for link in value["links"]], context)
        links = [
            {"title": link["label"] or link["page"].title, "url": link["page"].get_url()}
            for link in value["links"]
            if link["page"] in public
        ]
        # A page outside the site's own tree has no address.
        return context | {"links": [link for link in links if link["url"]]}

    def get_preview_value(self):
        pages = [page for page in first_pages("wagtailcore.Page", 4) if page.get_url()]
        return self.normalize({"links": [{"page": page, "label": ""} for page in pages[:2]]})

    class Meta:
        icon = "link"
        template = "blocks/page_links.html"
        description = "Links to pages to read next."
