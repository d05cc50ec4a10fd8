"""Detail that is folded away."""

from django.core.exceptions import ValidationError
from wagtail import blocks

from ..text.features import SHORT_TEXT


class DetailsBlock(blocks.StructBlock):
    """Text folded away behind a few words. It is printed, and search finds it. Help is never folded."""

    summary = blocks.CharBlock(
        max_length=120, help_text="What is folded away, so that a reader can decide: “How it was counted”."
    )
    text = blocks.RichTextBlock(
        features=SHORT_TEXT,
        help_text="Detail that not every reader needs. Never who to tell, and never a number to call.",
    )

    def clean(self, value):
        cleaned = super().clean(value)
        if "tel:" in str(cleaned["text"].source):
            message = "Help is never folded away. Put the number into a text block of its own."
            raise blocks.StructBlockValidationError({"text": ValidationError(message)})
        return cleaned

    class Meta:
        icon = "collapse-down"
        template = "blocks/details.html"
        description = "Detail that is folded away until a reader opens it. Never for help."
        preview_value = {
            "summary": "How the words are chosen",
            "text": "<p>We say “victims and survivors”. A child is anyone under 18.</p>",
        }
