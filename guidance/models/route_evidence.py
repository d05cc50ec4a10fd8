"""Where the answers of a help route were read, answer by answer."""

from django.db import models
from modelcluster.fields import ParentalKey

from .sourced import Sourced


class Cell(models.TextChoices):
    """What a visitor may ask of a help route; one row of evidence is about one of them."""

    CONTACT = "contact", "How to make contact"
    WHO_FOR = "who_for", "Who it is for"
    NATIONS = "nations", "Where it answers"
    HOURS = "hours", "When it answers"
    MUST_GIVE_NAME = "must_give_name", "Must I give my name?"
    ANONYMITY = "anonymity", "Anonymous or confidential?"
    WHEN_PASSED_ON = "when_passed_on", "When it is passed on"
    WHO_ANSWERS = "who_answers", "Who answers"
    COST = "cost", "What it costs"
    SHOWS_ON_BILL = "shows_on_bill", "Shows on a bill"
    LANGUAGES = "languages", "Languages"
    WELSH = "welsh", "Welsh"
    BSL = "bsl", "British Sign Language"
    RELAY = "relay", "Relay or text for deaf people"
    WHAT_HAPPENS = "what_happens", "What happens"
    WAITING = "waiting", "Waiting"
    FIND_AS = "find_as", "How to find it"


class RouteEvidence(Sourced):
    """A source for one answer of a help route."""

    route = ParentalKey("guidance.HelpRoute", on_delete=models.CASCADE, related_name="evidence")
    cell = models.CharField("answer", max_length=16, choices=Cell.choices, help_text="What it is about.")
