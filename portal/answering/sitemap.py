"""Every address that search engines may list, from one query."""

from django.http import HttpResponse
from django.utils.encoding import iri_to_uri
from django.utils.feedgenerator import rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page

from ..addresses import address_at
from ..text.characters import clean_text
from ..visibility import public_now
from .context import site_root_path

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@require_safe
@cache_control(public=True, max_age=600)
def sitemap(request):
    """Return the site map.

    Wagtail's own asks every page type in turn for the same addresses; each page's row already
    holds all that is needed.
    """
    root = site_root_path(request)
    pages = public_now(Page.objects.filter(url_path__startswith=root)).order_by("path")
    response = HttpResponse(content_type="application/xml; charset=utf-8")
    xml = SimplerXMLGenerator(response, "utf-8")
    xml.startDocument()
    xml.startElement("urlset", {"xmlns": NAMESPACE})
    for page in pages.only("url_path", "last_published_at").iterator():
        xml.startElement("url", {})
        xml.addQuickElement("loc", clean_text(iri_to_uri(address_at(f"/{page.url_path.removeprefix(root)}"))))
        if page.last_published_at:
            xml.addQuickElement("lastmod", rfc3339_date(page.last_published_at))
        xml.endElement("url")
    xml.endElement("urlset")
    return response
