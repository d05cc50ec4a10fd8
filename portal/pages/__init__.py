"""What the page types of all apps are made from."""

from .base import BasePage
from .index_page import IndexPage
from .panels import page_panels, page_search_fields

__all__ = ["BasePage", "IndexPage", "page_panels", "page_search_fields"]
