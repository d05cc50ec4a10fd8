"""The alert banner: words above every page, or above one part of the site, for a set time."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import RichTextField

from ..editing.nowhere import NowherePanel
from ..text.features import SENTENCE
from ..text.phone_links import refuse_unlike_numbers
from ..visibility import is_public, restricted_paths
from .site_settings import SiteSettings


@register_setting(icon="warning", order=5)
class AlertBanner(BaseGenericSetting):
    """One message at a time. When it begins and ends is read with each page, not by a scheduler.

    The site settings point at it, so that one query brings both.
    """

    message = RichTextField(
        blank=True,
        features=SENTENCE,
        help_text="One or two plain sentences: what has happened, and what to do now. A number can be a link "
        "that calls it. Leave empty to show no banner.",
    )
    kind = models.CharField(
        max_length=12,
        choices=[
            ("notice", "Notice: something changed or does not work"),
            ("emergency", "Emergency: people must know now"),
        ],
        default="notice",
        help_text="Sets the look, and the word that screen readers hear first.",
    )
    section = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Show it on this page and all pages below it. Leave empty for the whole site.",
    )
    starts_at = models.DateTimeField(
        "from", null=True, blank=True, help_text="When it goes up. Leave empty for at once."
    )
    ends_at = models.DateTimeField(
        "until", null=True, blank=True, help_text="When it comes down by itself. You can always move it."
    )

    panels = [
        NowherePanel(),
        FieldPanel("message"),
        FieldPanel("kind"),
        MultiFieldPanel(
            [FieldPanel("section"), FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")])],
            heading="Where and when",
        ),
    ]

    class Meta:
        verbose_name = "alert banner"

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        site_settings = SiteSettings.load()
        if site_settings.alert_id != self.pk:
            site_settings.alert = self
            site_settings.save(update_fields=["alert"])

    @property
    def has_words(self) -> bool:
        """Whether the message says anything; the editor leaves empty paragraphs behind."""
        return bool(strip_tags(self.message).strip())

    @property
    def heading(self) -> str:
        """The word before the message."""
        return "Emergency" if self.kind == "emergency" else "Notice"

    def is_up(self) -> bool:
        """Whether it is shown at this moment, anywhere."""
        now = timezone.now()
        begun = self.starts_at is None or self.starts_at <= now
        return self.has_words and begun and (self.ends_at is None or now < self.ends_at)

    def shows_nowhere(self) -> str:
        """Return why nobody will see it although it says something, or nothing."""
        if not self.has_words:
            return ""
        if self.ends_at and self.ends_at <= timezone.now():
            return "This shows nowhere: its end has passed. To put it up, move “Until” into the future."
        if self.section and not is_public(self.section, restricted_paths()):
            return f"This shows nowhere: visitors cannot see the page “{self.section.title}”. Choose another."
        return ""

    def covers(self, page) -> bool:
        """Whether the page, or a view that is no page (None), lies where the banner is shown."""
        if self.section is None:
            return True
        return page is not None and (page.path or "").startswith(self.section.path)

    def clean(self):
        super().clean()
        refuse_unlike_numbers(self)
        if self.has_words and self.ends_at is None:
            raise ValidationError({"ends_at": "Say when it comes down, so that it is never forgotten."})
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": "This is before it goes up. Choose a later time."})
