"""One point of a guidance page."""

from wagtail import blocks

from ..text.features import SHORT_TEXT
from ..text.phone_links import NumbersAgree


class PointBlock(NumbersAgree, blocks.StructBlock):
    """One action, sign or question of a guidance page."""

    heading = blocks.CharBlock(help_text="Say it in one line: “Set parental controls”.")
    text = blocks.RichTextBlock(
        required=False, features=SHORT_TEXT, help_text="What it means, in a sentence or two."
    )

    class Meta:
        icon = "tick"
        template = "blocks/point.html"
        label = "Point"
        description = "One action, sign or question."
        preview_value = {
            "heading": "Talk with your child about being safe online",
            "text": "<p>Stay involved: the talking has to continue.</p>",
        }
