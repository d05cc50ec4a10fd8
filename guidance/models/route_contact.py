"""How to reach a help route."""

import re

from django.core.exceptions import ValidationError
from django.db import models

from portal.text.paragraphs import without_paragraphs

from ..phone_numbers import dialled, national
from .phone_field import PhoneField
from .route_evidence import Cell

# Numbers that every page says in the site's own words, whatever the clock of a route.
ALWAYS_SHOWN = ("999", "101")
# An e-mail address or a number, but not 999, 101 or a year.
NAMES_A_CONTACT = re.compile(r"@|\b(?!(?:999|101|(?:19|20)\d\d)\b)\d(?: ?\d){2,}")


class RouteContact(models.Model):
    """Every way to make contact. The web address is the official site and outlives the others."""

    phone = PhoneField(
        max_length=24,
        blank=True,
        help_text="As the service writes it: 0808 800 5000. Kept as +44 808 800 5000.",
    )
    text_number = PhoneField(
        max_length=24, blank=True, help_text="A number for text messages, for example 7726."
    )
    is_abroad = models.BooleanField(
        "its numbers are abroad",
        default=False,
        help_text="Tick only for a service outside the UK. All other numbers must be of the UK.",
    )
    email = models.EmailField(blank=True, help_text="An address visitors can write to.")
    website_url = models.URLField(
        "web address",
        blank=True,
        help_text="The service's official site. Begins with https://. It stays when a check is overdue.",
    )
    website_label = models.CharField(
        max_length=120, blank=True, help_text="The words of the link: “Report at ceop.police.uk”."
    )
    form_url = models.URLField(
        "online form", blank=True, help_text="A form of theirs, if it is not on the web address above."
    )
    chat_url = models.URLField(
        "online chat", blank=True, help_text="A chat of theirs, if it is not on the web address above."
    )

    CONTACTS = ("phone", "text_number", "email", "website_url", "form_url", "chat_url")
    WEB_ADDRESSES = ("website_url", "form_url", "chat_url")
    # Set while a draft is saved, which may wait for its contact.
    may_lack_contact = False

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if not self.may_lack_contact and not any(getattr(self, name) for name in self.CONTACTS):
            raise ValidationError(
                "Give at least one way to make contact: a phone number, a text number, an e-mail address "
                "or a web address."
            )
        insecure = [
            name
            for name in self.WEB_ADDRESSES
            if not (getattr(self, name) or "https://").startswith("https://")
        ]
        if insecure:
            raise ValidationError(dict.fromkeys(insecure, "Use an address that begins with https://."))

    def _every_way(self) -> list[dict]:
        """Return all that is known of how to make contact, in the order to show it; the site is last."""
        ways = [
            {"kind": "phone", "verb": "Call", "words": self.phone_shown, "href": self.phone_href},
            {"kind": "text", "verb": "Text", "words": self.text_shown, "href": self.text_href},
            {"kind": "email", "verb": "Email", "words": self.email, "href": f"mailto:{self.email}"},
            {"kind": "web", "verb": "", "words": f"{self.name}: online form", "href": self.form_url},
            {"kind": "web", "verb": "", "words": f"{self.name}: online chat", "href": self.chat_url},
            self._site(),
        ]
        return [way for way in ways if way["words"] and way["href"]]

    def ways(self) -> list[dict]:
        """Return how to make contact, as links in the order to show them: all that a page may show.

        Their own form or chat takes the place of their front page. Once a route's check is overdue only
        the official site is left, since an old number may be somebody else's by now; 101 stays, as every
        page says it anyway.
        """
        if self.is_withdrawn:
            stay = {self.website_url, *(f"tel:{number}" for number in ALWAYS_SHOWN)}
            return [way for way in self._every_way() if way["href"] in stay]
        return [way for way in self._every_way() if way["href"] != self._front_page()]

    def first_way(self) -> dict | None:
        """Return the one way to show where there is room for one: the number, if it has any."""
        return next(iter(self.ways()), None)

    def site_apart(self) -> dict | None:
        """Return the link to the official site, where a form or a chat took its place among the ways."""
        return self._site() if self._front_page() and not self.is_withdrawn else None

    def _site(self) -> dict:
        return {"kind": "web", "verb": "", "words": self._site_words(), "href": self.website_url}

    def _front_page(self) -> str:
        """Return the address of the official site if one of its own pages serves a visitor better."""
        better = {self.form_url, self.chat_url} - {"", self.website_url}
        return self.website_url if better else ""

    def can_be_led_to(self) -> bool:
        """Whether a search may lead to it: not while its check is overdue, but always to 999 and 101."""
        return not self.is_withdrawn or self.phone in ALWAYS_SHOWN

    def withholds(self) -> bool:
        """Whether visitors would see more ways to make contact if the check were not overdue."""
        return any(way not in self.ways() for way in self._every_way() if way["href"] != self._front_page())

    def _site_words(self) -> str:
        """Return the words of the link to the official site; without a contact that is withdrawn."""
        return self._unless_withdrawn(self.website_label) or self.website_url

    def purpose(self) -> str:
        """Return who it is for; nothing if that names a contact that is withdrawn."""
        return self._unless_withdrawn(self.who_for)

    def _unless_withdrawn(self, text: str) -> str:
        return "" if self.is_withdrawn and NAMES_A_CONTACT.search(text) else text

    def advice(self) -> list[str]:
        """Return the rich text to show first; once the contacts are withdrawn, nothing that names one."""
        return [text for text in [self._paragraphs(self.say)] if text]

    def next_steps(self) -> str:
        """Return the rich text of what happens next, without paragraphs that name a withdrawn contact."""
        return "" if self.is_withheld(Cell.WHAT_HAPPENS) else self._paragraphs(self.what_happens)

    def _paragraphs(self, html: str) -> str:
        return without_paragraphs(html, NAMES_A_CONTACT) if self.is_withdrawn else html

    @property
    def phone_shown(self) -> str:
        """The number as it is read and remembered: "0808 800 5000"."""
        return national(self.phone)

    @property
    def text_shown(self) -> str:
        """The text number as it is read and remembered."""
        return national(self.text_number)

    @property
    def phone_href(self) -> str:
        """The number as a link: "tel:+448088005000"."""
        return f"tel:{dialled(self.phone)}" if self.phone else ""

    @property
    def text_href(self) -> str:
        """The text number as a link."""
        return f"sms:{dialled(self.text_number)}" if self.text_number else ""
