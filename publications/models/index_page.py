"""The page that lists the publications."""

from portal.pages import IndexPage, page_panels

from .publication import PublicationPage


class PublicationIndexPage(IndexPage):
    """Lists the publications, newest edition first."""

    page_description = "Lists the publications. There is only one."
    subpage_types = ["publications.PublicationPage"]

    content_panels = page_panels(body="What readers find here.")

    class Meta:
        verbose_name = "list of publications"

    def publications(self):
        """Return the publications that can be read now, with their documents."""
        return self.below(PublicationPage).select_related("document").order_by("-edition")
