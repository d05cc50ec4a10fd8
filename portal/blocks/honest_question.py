"""One question that a reader is left with, and the way in to the answer."""

from wagtail import blocks

from .choosers import QuotedPageChooserBlock
from .quoting import first_pages, shown


class HonestQuestionBlock(blocks.StructBlock):
    """A question to be answered to oneself, in large words, with the page where one begins."""

    for_whom = blocks.CharBlock(
        max_length=120,
        help_text="Whom the question is for: “This is for you if you answer for …”.",
    )
    question = blocks.TextBlock(
        max_length=300, help_text="One question that can be answered yes or no. Shown in large words."
    )
    text = blocks.TextBlock(
        required=False,
        max_length=300,
        help_text="What an honest “no” means, and where to begin.",
    )
    page = QuotedPageChooserBlock(help_text="The page where one begins.")
    label = blocks.CharBlock(max_length=80, help_text="What the link says: “Check your organisation now”.")

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        pages = shown([value["page"]], context) if value["page"] else []
        return context | {"url": pages[0].get_url() if pages else None}

    def get_preview_value(self):
        return self.normalize(
            {
                "for_whom": "This is for you if you run a service.",
                "question": "Hand on heart: has everything in your power been done?",
                "text": "If the answer is “no”, begin here.",
                "page": next((page for page in first_pages("wagtailcore.Page", 4) if page.get_url()), None),
                "label": "Begin here",
            }
        )

    class Meta:
        icon = "help"
        template = "blocks/honest_question.html"
        description = "One question in large words, with the way in to the answer."
