"""Blocks that hold words and pictures of their own."""

from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from ..pages.anchors import anchor_of
from ..pictures.renditions import load_shown
from ..text.phone_links import NumbersAgree

RICH_TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "figure"]
SMALL_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "figure"]
QUOTATION_STATES = [
    ("verified", "Verified: the words were seen in the source"),
    ("attributed", "Attributed: as others quote them from the source"),
    ("unverified", "Unverified: speaker, words or source are in doubt"),
]


class HeadingBlock(blocks.CharBlock):
    """A heading that starts a part of the page and can be linked to."""

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        block = (parent_context or {}).get("block")
        context["anchor"] = anchor_of(value, getattr(block, "id", None), context.get("page"))
        return context

    class Meta:
        icon = "title"
        template = "blocks/heading.html"
        description = "Starts a new part of the page. Visitors can link to it."
        preview_value = "What you can do"


class TextBlock(NumbersAgree, blocks.RichTextBlock):
    """Running text with small headings, lists and links."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        template = "blocks/text.html"
        description = "Paragraphs, lists and links."
        preview_value = (
            "<p>You do not have to be sure. Tell someone, and let them decide what to do next.</p>"
        )


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
        choices=QUOTATION_STATES, default="unverified", help_text="How sure the wording is. Shown to readers."
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


class EmergencyBlock(blocks.StaticBlock):
    """999 and 101. The words stand in the template, so that no edit can lose them."""

    class Meta:
        icon = "warning"
        template = "blocks/emergency.html"
        description = "Call 999 in an emergency, 101 if it can wait."
        admin_text = "Shows 999 for an emergency and 101 for everything else."
        preview_value = None


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
    text = blocks.RichTextBlock(features=SMALL_TEXT_FEATURES, help_text="One or two short paragraphs.")

    class Meta:
        icon = "info-circle"
        template = "blocks/callout.html"
        description = "A boxed note that should not be missed."
        preview_value = {
            "kind": "safety",
            "heading": "If someone watches what you do online",
            "text": "<p>Use a device they cannot reach, or speak to someone you trust.</p>",
        }


class PictureBlock(blocks.StructBlock):
    """A picture from the library, with its description."""

    image = ImageBlock(
        help_text="An abstract drawing. Never a photograph of a child, and never a picture of abuse."
    )
    caption = blocks.CharBlock(required=False, help_text="Shown under the picture.")

    def bulk_to_python(self, values):
        """Return the values, with what can be shown of all their pictures found in one query."""
        found = super().bulk_to_python(values)
        load_shown([value["image"] for value in found])
        return found

    def get_preview_value(self):
        picture = get_image_model().objects.first()
        return self.normalize({"image": picture, "caption": "Lines in the manner of a banknote"})

    class Meta:
        icon = "image"
        template = "blocks/picture.html"
        description = "A drawing with a caption."


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


class PointBlock(NumbersAgree, blocks.StructBlock):
    """One action, sign or question of a guidance page."""

    heading = blocks.CharBlock(help_text="Say it in one line: “Set parental controls”.")
    text = blocks.RichTextBlock(
        required=False, features=SMALL_TEXT_FEATURES, help_text="What it means, in a sentence or two."
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
