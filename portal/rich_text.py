"""How rich text becomes HTML on this site."""

from django.utils.html import format_html
from wagtail.images.rich_text import ImageEmbedHandler
from wagtail.rich_text import LinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from .links import marked_links
from .renditions import as_html


class MarkedPageLinkHandler(PageLinkHandler):
    """Wagtail's handler, except that it marks links while a visitor's page is rendered."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        marked = marked_links([str(attrs.get("id", "")) for attrs in attrs_list])
        return super().expand_db_attributes_many(attrs_list) if marked is None else marked


class OutboundLinkHandler(LinkHandler):
    """Links to other sites, which do not learn where their reader came from."""

    identifier = "external"

    @classmethod
    def expand_db_attributes(cls, attrs):
        return format_html('<a href="{}" rel="noreferrer noopener">', attrs["href"])


class ReadyPictureHandler(ImageEmbedHandler):
    """Pictures in rich text: no editor is offered them, but an import may hold one. Only what is ready."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        images = cls.get_many(attrs_list)
        return [
            as_html(image, alt=attrs.get("alt", "")) for attrs, image in zip(attrs_list, images, strict=True)
        ]
