"""Plain pages: statements about the site, and longer reads outside the categories."""

from ..pages import BasePage


class InformationPage(BasePage):
    """A page of text, such as the accessibility statement or "The cyber threat to UK businesses"."""

    page_description = "A page of text: a statement about the site, or a longer read."
    parent_page_types = ["portal.HomePage", "portal.InformationPage"]
    subpage_types = ["portal.InformationPage"]
    schema_type = "Article"

    class Meta:
        verbose_name = "information page"
