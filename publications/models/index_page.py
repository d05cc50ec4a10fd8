"""The page that lists the publications."""

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.blocks import PageStreamBlock
from portal.pages import BasePage
from portal.visibility import public_now

from .publication import PublicationPage


class PublicationIndexPage(BasePage):
    """Lists the publications, newest edition first."""

    body = StreamField(PageStreamBlock(), blank=True, help_text="What readers find here.")

    page_description = "Lists the publications. There is only one."
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["publications.PublicationPage"]
    max_count = 1

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "list of publications"

    def publications(self):
        """Return the publications that can be read now, with their documents."""
        return (
            public_now(PublicationPage.objects.child_of(self)).select_related("document").order_by("-edition")
        )
