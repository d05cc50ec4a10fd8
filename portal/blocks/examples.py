"""A short list of things."""

from wagtail import blocks


class ExamplesBlock(blocks.StructBlock):
    """A short list of things, each a noun with a few words."""

    items = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("name", blocks.CharBlock(help_text="A noun, for example “Livestreaming”.")),
                ("note", blocks.CharBlock(required=False, help_text="A few words more. Never a method.")),
            ],
            label="Example",
        ),
        help_text="Name things; never explain how offenders use them.",
    )

    class Meta:
        icon = "list-ul"
        template = "blocks/examples.html"
        description = "Short examples shown as a list."
        preview_value = {
            "items": [
                {"name": "Encryption", "note": "for anonymous communication"},
                {"name": "Virtual assets", "note": "such as Bitcoin"},
            ]
        }
