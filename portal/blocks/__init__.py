"""The blocks that pages are built from. Each has a template and a stylesheet of its own name."""

from .comparing import RouteComparisonBlock
from .figures import FiguresBlock, FigureTableBlock
from .hard import ContentNoteBlock, DetailsBlock
from .quoting import (
    CategoryGroupsBlock,
    HelpRoutesBlock,
    PageLinksBlock,
    PointsFromPageBlock,
    PublicationBlock,
)
from .safety import SafetyAuditResultBlock
from .streams import HomeStreamBlock, PageStreamBlock, PointStreamBlock
from .words import (
    CalloutBlock,
    EmergencyBlock,
    ExamplesBlock,
    HeadingBlock,
    PictureBlock,
    PointBlock,
    QuotationBlock,
    TextBlock,
)

__all__ = [
    "CalloutBlock",
    "CategoryGroupsBlock",
    "ContentNoteBlock",
    "DetailsBlock",
    "EmergencyBlock",
    "ExamplesBlock",
    "FigureTableBlock",
    "FiguresBlock",
    "HeadingBlock",
    "HelpRoutesBlock",
    "HomeStreamBlock",
    "PageLinksBlock",
    "PageStreamBlock",
    "PictureBlock",
    "PointBlock",
    "PointStreamBlock",
    "PointsFromPageBlock",
    "PublicationBlock",
    "QuotationBlock",
    "RouteComparisonBlock",
    "SafetyAuditResultBlock",
    "TextBlock",
]
