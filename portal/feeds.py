"""An Atom feed of what changed, newest first."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from wagtail.models import Page

from .context import site_root_path
from .visibility import public_now


class SiteFeed(Feed):
    """An Atom feed that anyone may keep for ten minutes."""

    feed_type = Atom1Feed

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = "public, max-age=600"
        return response


class ChangesFeed(SiteFeed):
    """The thirty pages that were published last, new or changed."""

    title = "Serious and organised crime: what changed"
    subtitle = "Pages and figures of this site that are new or were changed."
    link = "/"
    feed_url = "/changes.atom"

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
        return settings.BASE_URL + (page.get_url() or "/")

    def item_pubdate(self, page):
        return page.first_published_at

    def item_updateddate(self, page):
        return page.last_published_at
