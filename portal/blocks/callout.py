"""A boxed note."""

from wagtail import blocks

from ..text.features import SHORT_TEXT
from ..text.phone_links import NumbersAgree


class CalloutBlock(NumbersAgree, blocks.StructBlock):
    """A boxed note that should not be missed."""

    kind = blocks.ChoiceBlock(
        choices=[
            ("note", "Note: good to know"),
            ("caution", "Caution: easily misread"),
            ("safety", "Safety: read this first"),
        ],
        default="note",
        help_text="Sets the look. The words must make sense without it.",
    )
    heading = blocks.CharBlock(help_text="A few words, for example “If you are worried”.")
    text = blocks.RichTextBlock(features=SHORT_TEXT, help_text="One or two short paragraphs.")

    class Meta:
        icon = "info-circle"
        template = "blocks/callout.html"
        description = "A boxed note that should not be missed."
        preview_value = {
            "kind": "safety",
            "heading": "If someone watches what you do online",
            "text": "<p>Use a device they cannot reach, or speak to someone you trust.</p>",
        }
