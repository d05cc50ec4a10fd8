"""The home page: the whole story on one page, chosen from the pages that own its parts."""

from django.db import models
from wagtail import hooks
from wagtail.admin.panels import FieldPanel

from ..blocks import HomeStreamBlock
from ..databases.plain_fields import BlocksField
from ..pages import BasePage, page_panels

# A function of another app that returns where "Who should I tell?" begins: its address and its question.
FRONT_DOOR_HOOK = "portal_front_door"


class HomePage(BasePage):
    """Tells the whole story in order. Figures, groups, actions and the download are quoted from
    their own pages, so a change there shows here at once."""

    strapline_words = models.CharField(
        "strap line",
        max_length=120,
        blank=True,
        help_text="A few single words, separated by commas, shown below the title.",
    )
    hero_picture = models.ForeignKey(
        "portal.PortalImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="A wide, calm, abstract picture. Never a photograph of a child or of a crime.",
    )
    body = BlocksField(
        HomeStreamBlock(),
        blank=True,
        help_text="The story, from top to bottom. Choose figures, routes and pages rather than typing "
        "them again, so that a correction shows everywhere.",
    )

    page_description = "The front page of the site. There is only one."
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    schema_type = "WebSite"
    load_with = ("hero_picture",)

    content_panels = page_panels(FieldPanel("strapline_words"), FieldPanel("hero_picture"), body="")

    class Meta:
        verbose_name = "home page"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["front_door"] = next((door() for door in hooks.get_hooks(FRONT_DOOR_HOOK)), None)
        return context

    @property
    def strapline(self) -> list[str]:
        """The words of the strap line, one by one."""
        return [word.strip() for word in self.strapline_words.split(",") if word.strip()]
