"""Every address that search engines may list, from one query."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap, views
from django.utils.encoding import iri_to_uri
from django.views.decorators.cache import cache_control
from wagtail.models import Page

from ..text.characters import clean_text
from ..visibility import public_now
from .frame import site_root_path
from .read_only import read_only


class PublicPages(Sitemap):
    """The pages that anyone may read.

    Wagtail's own asks every page type in turn for the same addresses; each page's row already
    holds all that is needed.
    """

    def __init__(self, root: str):
        self.root = root

    def items(self) -> list[Page]:
        pages = public_now(Page.objects.filter(url_path__startswith=self.root))
        return list(pages.order_by("path").only("url_path", "last_published_at"))

    def location(self, page: Page) -> str:
        return clean_text(iri_to_uri(f"/{page.url_path.removeprefix(self.root)}"))

    def lastmod(self, page: Page):
        return page.last_published_at

    def get_protocol(self, protocol=None) -> str:
        return urlsplit(settings.BASE_URL).scheme

    def get_domain(self, site=None) -> str:
        return urlsplit(settings.BASE_URL).netloc


@read_only
@cache_control(public=True, max_age=600)
def sitemap(request):
    """Return the site map."""
    response = views.sitemap(
        request,
        {"pages": PublicPages(site_root_path(request))},
        template_name="portal/sitemap.xml",
        content_type="application/xml; charset=utf-8",
    )
    del response["X-Robots-Tag"]  # as of all answers, that is said by the middleware
    return response
