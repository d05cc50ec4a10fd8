"""The blocks that pages are built from: each has a module, a template and a stylesheet of its own name."""

from .callout import CalloutBlock
from .category_groups import CategoryGroupsBlock
from .content_note import ContentNoteBlock
from .details import DetailsBlock
from .emergency import EmergencyBlock
from .examples import ExamplesBlock
from .figure_table import FigureTableBlock
from .figures import FiguresBlock
from .heading import HeadingBlock
from .help_routes import HelpRoutesBlock
from .honest_question import HonestQuestionBlock
from .page_links import PageLinksBlock
from .picture import PictureBlock
from .point import PointBlock
from .points_from_page import PointsFromPageBlock
from .publication import PublicationBlock
from .quotation import QuotationBlock
from .route_comparison import RouteComparisonBlock
from .safety_audit_result import SafetyAuditResultBlock
from .self_check import SelfCheckBlock
from .streams import HomeStreamBlock, PageStreamBlock, PointStreamBlock
from .text import TextBlock

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
    "HonestQuestionBlock",
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
    "SelfCheckBlock",
    "TextBlock",
]
