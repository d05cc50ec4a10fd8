"""The page that lists the categories by group."""

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.blocks import PageStreamBlock
from portal.pages import BasePage

from .group import CategoryGroup


class CategoryIndexPage(BasePage):
    """All categories of serious and organised crime, in their groups."""

    body = StreamField(
        PageStreamBlock(), blank=True, help_text="What readers should know about the categories."
    )

    page_description = "Lists the categories by group. There is only one."
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["categories.CategoryPage"]
    max_count = 1

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "list of categories"

    def groups(self) -> list[CategoryGroup]:
        """Return the groups with their live categories."""
        return CategoryGroup.with_categories()
