"""Running text."""

from wagtail import blocks

from ..text.features import BODY_TEXT
from ..text.phone_links import NumbersAgree


class TextBlock(NumbersAgree, blocks.RichTextBlock):
    """Running text with small headings, lists and links."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", BODY_TEXT)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        template = "blocks/text.html"
        description = "Paragraphs, lists and links."
        preview_value = (
            "<p>You do not have to be sure. Tell someone, and let them decide what to do next.</p>"
        )
