"""What the pages share that list all of a kind."""

from wagtail.models import PageQuerySet

from ..visibility import narrow, public_now
from .base import BasePage


class IndexPage(BasePage):
    """The one page, below the home page, that lists all pages of a kind."""

    parent_page_types = ["portal.HomePage"]
    max_count = 1

    class Meta:
        abstract = True

    def below(self, model) -> PageQuerySet:
        """Return the pages of the type below this one that can be read now, in the editors' order."""
        return narrow(public_now(model.objects.child_of(self)), "body").order_by("path")
