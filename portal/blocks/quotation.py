"""Somebody's exact words."""

from wagtail import blocks

STATES = [
    ("verified", "Verified: the words were seen in the source"),
    ("attributed", "Attributed: as others quote them from the source"),
    ("unverified", "Unverified: speaker, words or source are in doubt"),
]


class QuotationBlock(blocks.StructBlock):
    """Somebody's exact words, with who said them, in which role, where and when."""

    words = blocks.TextBlock(help_text="The exact words, without quotation marks.")
    speaker = blocks.CharBlock(required=False, help_text="Who said it. Leave empty if a document says it.")
    role = blocks.CharBlock(required=False, help_text="Their role at the time, with years.")
    source = blocks.CharBlock(help_text="The publication or speech the words are taken from.")
    source_url = blocks.URLBlock(
        required=False, label="Source address", help_text="Where the words can be read."
    )
    date = blocks.CharBlock(help_text="When it was said or published, for example “2020”.")
    state = blocks.ChoiceBlock(
        choices=STATES, default="unverified", help_text="How sure the wording is. Shown to readers."
    )

    class Meta:
        icon = "openquote"
        template = "blocks/quotation.html"
        description = "Exact words with speaker, role at the time, source and date."
        preview_value = {
            "words": "individuals planning, coordinating and committing serious offences",
            "speaker": "",
            "role": "",
            "source": "Serious and Organised Crime Strategy",
            "source_url": "",
            "date": "2018",
            "state": "verified",
        }
