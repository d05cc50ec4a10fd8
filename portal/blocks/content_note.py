"""A note before hard material."""

from wagtail import blocks

from ..pages.content_notes import note_in_stream


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
