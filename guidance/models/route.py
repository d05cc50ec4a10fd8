"""A help route: someone to tell, and what a visitor should know before they do."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

RICH_TEXT = ["bold", "italic", "ul", "ol", "link"]
PHONE = RegexValidator(
    r"^[0-9 ]{3,16}$", "Enter a UK number with digits and spaces only, for example 0808 800 5000."
)
NOT_KNOWN = "We do not know"


class HelpRoute(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    ClusterableModel,
):
    """Who to tell. Quoted by every page that names it, so a number has one home."""

    name = models.CharField(max_length=120, help_text="The service's own name: “NSPCC Helpline”.")
    slug = models.SlugField(unique=True, help_text="A short name for addresses and links inside the site.")
    order = models.PositiveSmallIntegerField(
        default=100, help_text="Lower numbers are shown first. The emergency route is always first."
    )
    is_emergency = models.BooleanField(
        "emergency route", default=False, help_text="Tick for 999 only: always shown, never expires."
    )
    who_for = models.CharField(max_length=250, help_text="Who it is for, in one sentence.")
    phone = models.CharField(
        max_length=20, blank=True, validators=[PHONE], help_text="As it is written: 0808 800 5000."
    )
    text_number = models.CharField(
        max_length=20, blank=True, validators=[PHONE], help_text="A number for text messages."
    )
    email = models.EmailField(blank=True, help_text="An address visitors can write to.")
    website_url = models.URLField(
        "web address", blank=True, help_text="The service's site, form or chat. Begins with https://."
    )
    website_label = models.CharField(
        max_length=120, blank=True, help_text="The words of the link: “Report at ceop.police.uk”."
    )
    anonymity = models.CharField(
        max_length=16,
        default="unknown",
        choices=[
            ("unknown", NOT_KNOWN),
            ("anonymous", "Anonymous"),
            ("confidential", "Confidential"),
            ("neither", "Not anonymous"),
            ("name_optional", "You need not give your name"),
        ],
        help_text="Anonymous and confidential are not the same. Choose only what was checked.",
    )
    cost = models.CharField(max_length=120, blank=True, help_text="What a call costs. Empty if not checked.")
    hours = models.CharField(max_length=200, blank=True, help_text="When it answers. Empty if not checked.")
    languages = models.CharField(max_length=200, blank=True, help_text="Languages. Empty if not checked.")
    say = RichTextField(
        "what to know",
        blank=True,
        features=RICH_TEXT,
        help_text="What a visitor must know before they use it.",
    )
    what_happens = RichTextField(
        blank=True, features=RICH_TEXT, help_text="What happens after they make contact."
    )
    for_every_category = models.BooleanField(
        default=False, help_text="Tick if every category of crime should name it."
    )
    categories = ParentalManyToManyField(
        "categories.CategoryPage", blank=True, help_text="The categories whose pages name it."
    )
    checked_on = models.DateField(
        null=True, blank=True, help_text="When somebody last made sure that all of this is right."
    )
    check_note = models.CharField(
        max_length=200, blank=True, help_text="What still needs checking. Shown to staff."
    )

    search_fields = [
        index.SearchField("name", boost=5),
        index.SearchField("who_for"),
        index.AutocompleteField("name"),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = "help route"
        ordering = ["-is_emergency", "order", "name"]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        if not any((self.phone, self.text_number, self.email, self.website_url)):
            raise ValidationError(
                "Give at least one way to make contact: a phone number, a text number, an e-mail address "
                "or a web address."
            )
        if self.website_url and not self.website_url.startswith("https://"):
            raise ValidationError({"website_url": "Use an address that begins with https://."})

    def get_preview_template(self, request, mode_name):
        return "guidance/help_route_preview.html"

    def get_preview_context(self, request, mode_name):
        return {**super().get_preview_context(request, mode_name), "route": self}

    @property
    def is_current(self) -> bool:
        """Whether visitors may see it: published, and not past the time it was to be withdrawn."""
        return self.live and not (self.expire_at and self.expire_at <= timezone.now())

    @property
    def phone_href(self) -> str:
        """The number as a link: "tel:08088005000"."""
        return f"tel:{self.phone.replace(' ', '')}" if self.phone else ""

    @property
    def text_href(self) -> str:
        """The text number as a link."""
        return f"sms:{self.text_number.replace(' ', '')}" if self.text_number else ""

    def facts(self) -> list[dict]:
        """Return what a visitor may ask of the service; a cell that is not known says so."""
        anonymity = self.get_anonymity_display()
        return [
            {"name": "Must I give my name?", "value": anonymity},
            {"name": "What it costs", "value": self.cost or NOT_KNOWN},
            {"name": "When it answers", "value": self.hours or NOT_KNOWN},
            {"name": "Languages", "value": self.languages or NOT_KNOWN},
        ]
