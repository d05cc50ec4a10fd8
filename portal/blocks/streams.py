"""Which blocks may stand in which body."""

from wagtail import blocks

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
from .text import TextBlock


class PageStreamBlock(blocks.StreamBlock):
    """The body of an ordinary page."""

    heading = HeadingBlock(group="Text")
    text = TextBlock(group="Text")
    quotation = QuotationBlock(group="Text")
    callout = CalloutBlock(group="Text")
    examples = ExamplesBlock(group="Text")
    content_note = ContentNoteBlock(group="Hard material")
    details = DetailsBlock(group="Hard material")
    picture = PictureBlock(group="Pictures")
    emergency = EmergencyBlock(group="Help")
    help_routes = HelpRoutesBlock(group="Help")
    route_comparison = RouteComparisonBlock(group="Help")
    points_from_page = PointsFromPageBlock(group="Help")
    self_check = SelfCheckBlock(group="Help")
    honest_question = HonestQuestionBlock(group="Help")
    figures = FiguresBlock(group="Quoted from other pages")
    figure_table = FigureTableBlock(group="Quoted from other pages")
    publication = PublicationBlock(group="Quoted from other pages")
    page_links = PageLinksBlock(group="Quoted from other pages")
    safety_audit_result = SafetyAuditResultBlock(group="Quoted from other pages")

    class Meta:
        # The answers of two would get into each other's groups.
        block_counts = {"self_check": {"max_num": 1}}


class HomeStreamBlock(PageStreamBlock):
    """The body of the home page, which also shows all the categories."""

    category_groups = CategoryGroupsBlock(group="Quoted from other pages")


class PointStreamBlock(blocks.StreamBlock):
    """The points of a guidance page, in order."""

    point = PointBlock()
