"""An Atom feed of what changed, newest first."""

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from wagtail.models import Page

from ..addresses import address_at, address_of
from ..text.characters import clean_all
from ..visibility import public_now
from .frame import site_root_path
from .shared_caches import SHARED_SECONDS


class CleanAtomFeed(Atom1Feed):
    """Atom that leaves out what XML cannot hold, so that no text, however it came in, breaks the feed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **clean_all(kwargs))

    def add_item(self, *args, **kwargs):
        super().add_item(*args, **clean_all(kwargs))


class SiteFeed(Feed):
    """An Atom feed that anyone may keep for ten minutes.

    Its own address comes from the settings, not from the request; ids never change, whatever happens to
    an address (RFC 4287, 4.2.6).
    """

    path = ""
    belongs_to = ""

    feed_type = CleanAtomFeed

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = f"public, max-age={SHARED_SECONDS}"
        return response

    def link(self):
        """Return the whole address of the page that the feed belongs to."""
        return address_at(self.belongs_to)

    def feed_url(self):
        """Return the whole address of the feed itself, which is its id as well."""
        return address_at(self.path)

    feed_guid = feed_url


class ChangesFeed(SiteFeed):
    """The thirty pages that were published last, new or changed."""

    title = "Serious and organised crime: what changed"
    subtitle = "Pages and figures of this site that are new or were changed."
    belongs_to = "/"
    path = "/changes.atom"

    def get_object(self, request):
        return site_root_path(request)

    def items(self, root):
        pages = public_now(Page.objects.filter(url_path__startswith=root))
        return pages.filter(last_published_at__isnull=False).order_by("-last_published_at")[:30]

    def item_title(self, page):
        return page.title

    def item_description(self, page):
        return page.search_description or page.title

    def item_link(self, page):
        return address_of(page)

    def item_guid(self, page):
        return page.translation_key.urn

    def item_pubdate(self, page):
        return page.first_published_at

    def item_updateddate(self, page):
        return page.last_published_at
