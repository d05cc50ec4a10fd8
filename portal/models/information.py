"""Plain pages: statements about the site, and longer reads outside the categories."""

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from ..blocks import PageStreamBlock
from ..pages import BasePage


class InformationPage(BasePage):
    """A page of text, such as the accessibility statement or "The cyber threat to UK businesses"."""

    body = StreamField(
        PageStreamBlock(),
        blank=True,
        help_text="The text of the page. Start each part with a heading; three or more headings "
        "make an “On this page” list.",
    )

    page_description = "A page of text: a statement about the site, or a longer read."
    parent_page_types = ["portal.HomePage", "portal.InformationPage"]
    subpage_types = ["portal.InformationPage"]
    schema_type = "Article"

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "information page"
