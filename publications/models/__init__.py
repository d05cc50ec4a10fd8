"""Publications, their pages and the documents behind them."""

from .document import PublicationDocument
from .index_page import PublicationIndexPage
from .publication import PublicationPage

__all__ = ["PublicationDocument", "PublicationIndexPage", "PublicationPage"]
