"""Blocks that make hard material easier to meet: a note before it, and detail that is folded away."""

from django.core.exceptions import ValidationError
from wagtail import blocks

from ..pages.content_notes import note_in_stream
from .words import SMALL_TEXT_FEATURES


class ContentNoteBlock(blocks.StructBlock):
    """A note before hard material: what follows, how long it takes to read, and the ways past it."""

    says = blocks.CharBlock(
        label="What follows",
        max_length=250,
        help_text="What the reader will meet, in one plain sentence: "
        "“This part is about child sexual abuse.”",
    )
    parts = blocks.IntegerBlock(
        default=1,
        min_value=1,
        max_value=20,
        help_text="How many parts of the page it is about, counting by headings from the note on. The time "
        "to read them is worked out from their words.",
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        note = (parent_context or {}).get("block")
        stream = getattr(context.get("page"), "body", None) or ()
        context["note"] = note_in_stream(
            stream,
            getattr(note, "id", None),
            value["parts"] or 1,
            without_figures=context.get("without_figures", False),
        )
        return context

    class Meta:
        icon = "warning"
        template = "blocks/content_note.html"
        description = "What hard material follows, how long it is, and the ways past it."
        preview_value = {"says": "This part is about child sexual abuse.", "parts": 1}


class DetailsBlock(blocks.StructBlock):
    """Text folded away behind a few words. It is printed, and search finds it. Help is never folded."""

    summary = blocks.CharBlock(
        max_length=120, help_text="What is folded away, so that a reader can decide: “How it was counted”."
    )
    text = blocks.RichTextBlock(
        features=SMALL_TEXT_FEATURES,
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
