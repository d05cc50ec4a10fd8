"""What visitors ask before they make contact. What nobody has checked stays empty."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.fields import RichTextField

from portal.text.features import FIELD_TEXT
from portal.text.phone_links import refuse_unlike_numbers

from .route_evidence import Cell

NOT_KNOWN = "We do not know"


class Known(models.TextChoices):
    """An answer that may be missing. Missing is never "no"."""

    UNKNOWN = "unknown", NOT_KNOWN
    YES = "yes", "Yes"
    NO = "no", "No"
    NO_CALL = "no_call", "Does not apply: it is not a phone call"


def _known(label: str, help_text: str) -> models.CharField:
    return models.CharField(
        label, max_length=8, choices=Known.choices, default=Known.UNKNOWN, help_text=help_text
    )


def _in_words(label: str) -> models.CharField:
    return models.CharField(
        f"{label}, in words",
        max_length=200,
        blank=True,
        help_text="Shown instead of the answer beside it, where that is too short: “No, from a landline”.",
    )


class RouteFacts(models.Model):
    """Name, privacy, who answers, cost, languages, and what happens."""

    must_give_name = _known("must a visitor give a name?", "Choose only what was checked.")
    must_give_name_words = _in_words("name")
    anonymity = models.CharField(
        max_length=16,
        default="unknown",
        choices=[
            ("unknown", NOT_KNOWN),
            ("anonymous", "Anonymous"),
            ("confidential", "Confidential"),
            ("neither", "Not anonymous"),
        ],
        help_text="Anonymous and confidential are not the same. Choose only what was checked.",
    )
    anonymity_words = _in_words("anonymity")
    when_passed_on = models.CharField(
        "when it is passed on",
        max_length=250,
        blank=True,
        help_text="When they must tell somebody else, in the service's own terms. Empty if not checked.",
    )
    who_answers = models.CharField(
        max_length=160, blank=True, help_text="Who picks up or reads it. Empty if not checked."
    )
    cost = models.CharField(max_length=120, blank=True, help_text="What a call costs. Empty if not checked.")
    shows_on_bill = _known("shows on a phone bill", "Can others see the call on the bill?")
    shows_on_bill_words = _in_words("bill")
    languages = models.CharField(max_length=200, blank=True, help_text="Languages. Empty if not checked.")
    welsh = _known("in Welsh", "Can a visitor use Welsh?")
    bsl = _known("in British Sign Language", "Can a visitor use British Sign Language (BSL)?")
    bsl_words = _in_words("British Sign Language")
    relay = _known("by relay", "Can a visitor use a relay service for deaf people?")
    relay_words = _in_words("relay")
    waiting = models.CharField(
        "how long it takes",
        max_length=200,
        blank=True,
        help_text="How long a visitor waits, for an answer or for what comes of it. Empty if not checked.",
    )
    say = RichTextField(
        "what to know",
        blank=True,
        features=FIELD_TEXT,
        help_text="What a visitor must know before they use it.",
    )
    what_happens = RichTextField(
        blank=True, features=FIELD_TEXT, help_text="What happens after they make contact."
    )

    IN_WORDS = ("must_give_name", "anonymity", "shows_on_bill", "bsl", "relay")

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        without_answer = [
            f"{name}_words"
            for name in self.IN_WORDS
            if getattr(self, f"{name}_words") and getattr(self, name) == Known.UNKNOWN
        ]
        if without_answer:
            raise ValidationError(
                dict.fromkeys(without_answer, "Choose the answer that these words explain.")
            )
        refuse_unlike_numbers(self)

    def answer(self, name: str) -> str:
        """Return the words of a chosen answer; nothing if it is not known."""
        if getattr(self, name) == Known.UNKNOWN:
            return ""
        return getattr(self, f"{name}_words", "") or getattr(self, f"get_{name}_display")()

    def language_words(self) -> str:
        """Return the languages, with Welsh named if they do not name it."""
        not_told = self.welsh == Known.UNKNOWN or self.is_withheld(Cell.WELSH)
        if not_told or "welsh" in self.languages.lower():
            return self.languages
        welsh = "Welsh" if self.welsh == Known.YES else "Not in Welsh"
        return f"{self.languages}. {welsh}" if self.languages else welsh
