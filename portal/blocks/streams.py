"""Which blocks may stand in which body."""

from wagtail import blocks

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
    figures = FiguresBlock(group="Quoted from other pages")
    figure_table = FigureTableBlock(group="Quoted from other pages")
    publication = PublicationBlock(group="Quoted from other pages")
    page_links = PageLinksBlock(group="Quoted from other pages")
    safety_audit_result = SafetyAuditResultBlock(group="Quoted from other pages")


class HomeStreamBlock(PageStreamBlock):
    """The body of the home page, which also shows all the categories."""

    category_groups = CategoryGroupsBlock(group="Quoted from other pages")


class PointStreamBlock(blocks.StreamBlock):
    """The points of a guidance page, in order."""

    point = PointBlock()
