"""The page that lists the guidance and who to tell."""

from django.utils.functional import cached_property

from portal.pages import IndexPage, page_panels
from portal.pages.search_tiers import GUIDANCE
from portal.visibility import narrow

from .guidance_page import GuidancePage
from .route import HelpRoute
from .take_along import TakeAlong
from .with_text import WithText

# The page for those who cannot call: it is linked wherever it is there.
CANNOT_SPEAK = "if-you-cannot-speak"


class GuidanceIndexPage(TakeAlong, WithText, IndexPage):
    """What you can do: first in an emergency, then who to tell, then the guidance pages."""

    page_description = "What visitors can do and who to tell. There is only one."
    subpage_types = ["guidance.GuidancePage"]
    search_kind = "Guidance"
    search_tier = GUIDANCE
    neutral_title = "What you can do"

    content_panels = page_panels(body="Emergency first, then who to tell.")

    class Meta:
        verbose_name = "list of guidance"

    def guidance(self):
        """Return the guidance pages that can be read now, in the editors' order."""
        return narrow(self.below(GuidancePage), "points", "points_note")

    def first_help(self) -> list:
        """Return 999: the page is for everyone, and names routes for some of them first."""
        return list(HelpRoute.objects.shown().filter(is_emergency=True))

    @cached_property
    def pages_below(self) -> list[GuidancePage]:
        """The guidance pages that can be read now, looked up once for each answer."""
        return list(self.guidance())

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        cannot_speak = next((page for page in self.pages_below if page.slug == CANNOT_SPEAK), None)
        return context | {"guidance": self.pages_below, "cannot_speak": cannot_speak}

    def other_help_pages(self):
        """Return the pages of help below this one that can be read now."""
        return self.pages_below
