"""The HTML that shows a figure's card on another site, and how large its frame should be."""

from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString

from portal.addresses import address_of
from portal.answering.framing import CARD

WIDTH = 600
# A card cannot ask the other site's page for room, so it is worked out from the number of letters.
_LETTER = 8.5
_LINE = 24
_REST = 400
_MARGINS = 40
_MAX_HEIGHT = 1200


def card_address(figure) -> str:
    """Return the whole address of the figure's card."""
    return f"{address_of(figure)}{CARD}/"


def height_for(figure, width: int) -> int:
    """Return how many pixels high the frame has to be, at this width, for most readers not to scroll."""
    words = (figure.counted_text, figure.state_explanation, figure.state_note, figure.source_text)
    letters = sum(map(len, (*words, strip_tags(figure.does_not_mean), figure.title)))
    lines = letters * _LETTER / max(width - _MARGINS, 80)
    return min(_MAX_HEIGHT, int(_REST + lines * _LINE))


def frame(figure, width: int = WIDTH, height: int | None = None) -> SafeString:
    """Return the iframe, with a title for those who hear it."""
    return format_html(
        '<iframe src="{}" title="Figure: {}" width="{}" height="{}" loading="lazy"></iframe>',
        card_address(figure),
        figure.title,
        width,
        height or height_for(figure, width),
    )
