"""Publications, their pages and the documents behind them."""

from .cleaned_copy import CleanedCopy
from .document import PublicationDocument
from .document_page import DocumentPage
from .document_version import DocumentVersion
from .download_count import DownloadCount
from .index_page import PublicationIndexPage
from .publication import PublicationPage

__all__ = [
    "CleanedCopy",
    "DocumentPage",
    "DocumentVersion",
    "DownloadCount",
    "PublicationDocument",
    "PublicationIndexPage",
    "PublicationPage",
]
