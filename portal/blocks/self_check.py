"""Questions with which an organisation checks itself: nothing of it is sent or kept."""

from itertools import count

from django.core.exceptions import ValidationError
from wagtail import blocks

from ..text.confidence import Confidence
from ..text.nations import Nation, nations_in_words

# The stylesheet self_check_steps.css has a rule for each number.
MOST_QUESTIONS = 40


class QuestionValue(blocks.StructValue):
    """A question, and what visitors are told of it."""

    @property
    def is_shown(self) -> bool:
        """Whether visitors see it: not what rests on sources that disagree."""
        return self["confidence"] != Confidence.CONFLICTING

    @property
    def is_law(self) -> bool:
        """Whether the law asks for it."""
        return self["kind"] == "law"

    @property
    def where(self) -> str:
        """In which nations it holds, in words; nothing if there is no difference or none is known."""
        return nations_in_words(self["nations"] or [])


class QuestionBlock(blocks.StructBlock):
    """One question, what to do if the answer is no, and where that was read."""

    question = blocks.CharBlock(
        max_length=160,
        help_text="One that can be answered yes or no: “Is one person named?”",
    )
    kind = blocks.ChoiceBlock(
        choices=[("law", "Law"), ("advice", "Advice")],
        default="advice",
        help_text="Law only if the source says that the law asks for it. Everything else is advice.",
    )
    note = blocks.CharBlock(
        required=False,
        max_length=120,
        help_text="For whom, or when, if it is not for everybody: “For charities”.",
    )
    nations = blocks.MultipleChoiceBlock(
        choices=Nation.choices,
        required=False,
        default=[],
        help_text="Only if it holds in some nations alone. Leave empty if no difference is known.",
    )
    why = blocks.CharBlock(required=False, max_length=250, help_text="Why it matters, in a sentence or two.")
    step = blocks.CharBlock(
        max_length=250,
        help_text="What to do after a “no” or “not sure”. It stands in the list at the end too.",
    )
    source = blocks.CharBlock(max_length=120, help_text="Whose page says so, in a few words: “Ofcom: …”.")
    source_url = blocks.URLBlock(label="Source address", max_length=400, help_text="The page that says so.")
    quoted_words = blocks.CharBlock(
        required=False, max_length=300, help_text="The source's own words, without quotation marks."
    )
    read_on = blocks.DateBlock(help_text="The day on which somebody read it there.")
    read_in = blocks.CharBlock(
        required=False,
        max_length=120,
        search_index=False,
        label="Which copy was read",
        help_text="If it was not read live: “a copy of 9 May 2025”. Empty if it was read live.",
    )
    read_by = blocks.CharBlock(
        required=False,
        max_length=120,
        search_index=False,  # staff alone see it
        help_text="Who of the owner's confirms it. Shown to staff only. Empty: not yet confirmed.",
    )
    confidence = blocks.ChoiceBlock(
        choices=Confidence.choices,
        default=Confidence.SECONDARY,
        search_index=False,
        help_text="How good the source is. A question whose sources disagree is not shown to visitors.",
    )
    use_by = blocks.DateBlock(
        required=False, help_text="The last day on which it may be relied on without another look."
    )

    def get_searchable_content(self, value):
        return super().get_searchable_content(value) if value.is_shown else []

    class Meta:
        icon = "help"
        label = "Question"
        label_format = "{question}"
        collapsed = True
        value_class = QuestionValue


class SelfCheckBlock(blocks.StructBlock):
    """Questions in groups. Visitors answer by radio buttons that belong to nothing: no script, no address."""

    groups = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("heading", blocks.CharBlock(max_length=80, help_text="What the questions have in common.")),
                ("questions", blocks.ListBlock(QuestionBlock(), help_text="One for each thing to check.")),
            ],
            label="Group",
            label_format="{heading}",
        ),
        help_text="The questions, in the order in which somebody can act on them.",
    )

    def clean(self, value):
        cleaned = super().clean(value)
        if sum(len(group["questions"]) for group in cleaned["groups"]) > MOST_QUESTIONS:
            message = f"Keep it to {MOST_QUESTIONS} questions: nobody answers more."
            raise blocks.StructBlockValidationError({"groups": ValidationError(message)})
        return cleaned

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        numbers = count(1)
        groups = []
        for group in value["groups"]:
            asked = [(next(numbers), question) for question in group["questions"] if question.is_shown]
            groups += [{"heading": group["heading"], "questions": asked}] if asked else []
        every = [one for group in groups for one in group["questions"]]
        return context | {
            "groups": groups,
            "law": [one for one in every if one[1].is_law],
            "advice": [one for one in every if not one[1].is_law],
            "is_confirmed": all(question["read_by"] for _, question in every),
        }

    class Meta:
        icon = "clipboard-list"
        template = "blocks/self_check.html"
        description = "Questions with which an organisation checks itself. Nothing is sent or kept."
        preview_value = {
            "groups": [
                {
                    "heading": "If something is found",
                    "questions": [
                        {
                            "question": "Do we know whom to tell?",
                            "kind": "advice",
                            "note": "For charities",
                            "nations": ["england", "wales"],
                            "why": "People act faster when the steps are written down.",
                            "step": "Write one page, with who to ring.",
                            "source": "An example",
                            "source_url": "https://example.org/",
                            "quoted_words": "has a clear system of referring or reporting",
                            "read_on": "2026-11-25",
                            "read_in": "a copy of 2022",
                            "read_by": "",
                            "confidence": "official",
                            "use_by": None,
                        }
                    ],
                }
            ]
        }
