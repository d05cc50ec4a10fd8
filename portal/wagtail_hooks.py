"""What the floor adds to Wagtail."""

from wagtail import hooks

from .rich_text import MarkedPageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def look_up_page_links_together(features):
    """Put our handler in the place of Wagtail's, which registered before."""
    features.register_link_type(MarkedPageLinkHandler)
