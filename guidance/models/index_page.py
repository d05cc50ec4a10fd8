"""The page that lists the guidance and who to tell."""

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.blocks import PageStreamBlock
from portal.pages import BasePage
from portal.visibility import public_now

from .guidance_page import GuidancePage


class GuidanceIndexPage(BasePage):
    """What you can do: first in an emergency, then who to tell, then the guidance pages."""

    body = StreamField(PageStreamBlock(), blank=True, help_text="Emergency first, then who to tell.")

    page_description = "What visitors can do and who to tell. There is only one."
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["guidance.GuidancePage"]
    max_count = 1
    neutral_title = "What you can do"

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "list of guidance"

    def guidance(self):
        """Return the guidance pages that can be read now, in the editors' order."""
        return public_now(GuidancePage.objects.child_of(self)).order_by("path")
