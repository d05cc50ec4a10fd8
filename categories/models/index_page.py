"""The page that lists the categories by group."""

from portal.pages import IndexPage, page_panels

from .group import CategoryGroup


class CategoryIndexPage(IndexPage):
    """All categories of serious and organised crime, in their groups."""

    page_description = "Lists the categories by group. There is only one."
    subpage_types = ["categories.CategoryPage"]

    content_panels = page_panels(body="What readers should know about the categories.")

    class Meta:
        verbose_name = "list of categories"

    def groups(self) -> list[CategoryGroup]:
        """Return the groups with their live categories."""
        return CategoryGroup.with_categories()
