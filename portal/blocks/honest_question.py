"""One question that a reader is left with, and the way in to the answer."""

from wagtail import blocks

from ..text.features import SHORT_TEXT
from ..text.phone_links import NumbersAgree


class HonestQuestionBlock(NumbersAgree, blocks.StructBlock):
    """A question to be answered to oneself, in large words, with the page where one begins."""

    for_whom = blocks.CharBlock(
        max_length=120, help_text="Whom the question is for: “This is for you if you answer for …”."
    )
    question = blocks.TextBlock(
        max_length=300, help_text="One question that can be answered yes or no. Shown in large words."
    )
    text = blocks.RichTextBlock(
        features=SHORT_TEXT,
        help_text="What an honest “no” means. End with a line that is a link alone: it becomes the way in.",
    )

    class Meta:
        icon = "help"
        template = "blocks/honest_question.html"
        description = "One question in large words, with the way in to the answer."
        preview_value = {
            "for_whom": "This is for you if you run a service.",
            "question": "Hand on heart: has everything in your power been done?",
            "text": '<p>If the answer is “no”, begin here.</p><p><a href="https://example.org/">Begin</a></p>',
        }
