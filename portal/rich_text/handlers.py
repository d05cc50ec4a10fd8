"""How links in rich text become HTML on this site."""

from django.utils.html import format_html
from wagtail.models import Page
from wagtail.rich_text import LinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from ..answering.links import id_in, marked_links


class MarkedPageLinkHandler(PageLinkHandler):
    """Wagtail's handler, except that it marks links while a visitor's page is rendered."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        ids = [id_in(attrs.get("id")) for attrs in attrs_list]
        marked = marked_links(ids)
        return super().expand_db_attributes_many([{"id": pk} for pk in ids]) if marked is None else marked

    @classmethod
    def extract_references(cls, attrs):
        if pk := id_in(attrs.get("id")):
            yield Page, str(pk), "", ""


class OutboundLinkHandler(LinkHandler):
    """Links to other sites, which do not learn where their reader came from."""

    identifier = "external"

    @classmethod
    def expand_db_attributes(cls, attrs):
        return format_html('<a href="{}" rel="noreferrer noopener">', attrs["href"])
