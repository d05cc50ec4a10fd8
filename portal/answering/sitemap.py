"""Every address that search engines may list: in one file, or in parts of it once there are many."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap, views
from django.db.models import QuerySet
from django.shortcuts import render
from django.utils.encoding import iri_to_uri
from django.views.decorators.cache import cache_control
from wagtail.models import Page

from ..addresses import address_at
from ..text.characters import clean_text
from ..visibility import public_now
from .frame import site_root_path
from .read_only import read_only
from .shared_caches import SHARED_SECONDS

# Search engines take 50,000; this many are read, made and sent in a quarter of a second.
PER_PART = 2_000


class PublicPages(Sitemap):
    """The pages that anyone may read.

    Wagtail's own asks every page type in turn for the same addresses; each page's row already
    holds all that is needed.
    """

    limit = PER_PART

    def __init__(self, root: str):
        self.root = root

    def items(self) -> QuerySet[Page]:
        pages = public_now(Page.objects.filter(url_path__startswith=self.root))
        return pages.order_by("path").only("url_path", "last_published_at")

    def location(self, page: Page) -> str:
        return clean_text(iri_to_uri(f"/{page.url_path.removeprefix(self.root)}"))

    def lastmod(self, page: Page):
        return page.last_published_at

    def get_protocol(self, protocol=None) -> str:
        return urlsplit(settings.BASE_URL).scheme

    def get_domain(self, site=None) -> str:
        return urlsplit(settings.BASE_URL).netloc


def _index(request, parts: int):
    """Return the list of the parts, at Django's own parameter for them."""
    addresses = [address_at(f"{request.path}?p={part}") for part in range(1, parts + 1)]
    return render(
        request, "portal/sitemap_index.xml", {"addresses": addresses}, "application/xml; charset=utf-8"
    )


@read_only
@cache_control(public=True, max_age=SHARED_SECONDS)
def sitemap(request):
    """Return the site map: all of it if it fits into one part, else the list of its parts, or one of them."""
    pages = PublicPages(site_root_path(request))
    if "p" not in request.GET and pages.paginator.num_pages > 1:
        return _index(request, pages.paginator.num_pages)
    response = views.sitemap(
        request,
        {"pages": pages},
        template_name="portal/sitemap.xml",
        content_type="application/xml; charset=utf-8",
    )
    del response["X-Robots-Tag"]  # as of all answers, that is said by the middleware
    return response
