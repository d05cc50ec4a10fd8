"""A note before hard material."""

from wagtail import blocks

# What a note says where it stands before nothing.
NO_PAGE = {
    "number": 1,
    "length": "less than a minute",
    "help_anchor": "",
    "past_anchor": "",
    "has_figures": False,
}


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
        # A preview of the block alone has no page.
        page, without_figures = context.get("page"), context.get("without_figures", False)
        context["note"] = page.note_of(context["block"], without_figures=without_figures) if page else NO_PAGE
        return context

    class Meta:
        icon = "warning"
        template = "blocks/content_note.html"
        description = "What hard material follows, how long it is, and the ways past it."
        preview_value = {"says": "This part is about child sexual abuse.", "parts": 1}
