"""What the owner fills in once, and what stands on every page."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


def _page(label: str, help_text: str) -> models.ForeignKey:
    return models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=label,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=help_text,
    )


@register_setting(icon="cog", order=10)
class SiteSettings(BaseGenericSetting):
    """Words and links of the header and footer, and whom to write to."""

    site_name = models.CharField(
        max_length=80,
        default="Serious and organised crime",
        help_text="The name in the header and in every browser tab.",
    )
    owner_text = models.TextField(
        blank=True,
        help_text="Who runs this site, in one or two sentences. Shown in the footer of every page.",
    )
    corrections_contact = models.EmailField(
        blank=True, help_text="Where a reader can report a mistake. Shown in the footer if filled in."
    )
    security_contact = models.EmailField(
        blank=True, help_text="Where a weakness of the site can be reported. Published in security.txt."
    )
    help_page = _page("help page", "The page that says who to tell. Linked from the top of every page.")
    accessibility_page = _page("accessibility statement", "Linked from the footer.")
    privacy_page = _page("privacy statement", "Linked from the footer.")
    about_page = _page("page about this site", "Linked from the footer.")
    leaving_page = _page("page about leaving quickly", "Linked beside the way to leave the site.")
    alert = models.OneToOneField(
        "portal.AlertBanner", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    # By default words: see ``portal.phrases``. Edited on a page of its own.
    said_instead = models.JSONField(default=dict, blank=True, editable=False)

    FOOTER_PAGES = ("about_page", "accessibility_page", "privacy_page", "leaving_page")

    panels = [
        MultiFieldPanel(
            [FieldPanel("site_name"), FieldPanel("owner_text")], heading="The site and who runs it"
        ),
        MultiFieldPanel(
            [FieldPanel("corrections_contact"), FieldPanel("security_contact")], heading="Whom to write to"
        ),
        MultiFieldPanel(
            [FieldPanel("help_page"), *(FieldPanel(name) for name in FOOTER_PAGES)],
            heading="Pages linked from every page",
        ),
    ]

    # Every page needs the settings and the banner: one query brings both.
    select_related = ["alert", "alert__section"]

    class Meta:
        verbose_name = "site settings"

    def linked_page_ids(self) -> list[int]:
        """Return the ids of the pages that every page links."""
        names = ("help_page", *self.FOOTER_PAGES)
        return [pk for name in names if (pk := getattr(self, f"{name}_id"))]

    def alert_on(self, page):
        """Return the alert banner if it is to be shown on the page (or view: None) at this moment."""
        alert = self.alert
        return alert if alert and alert.is_up() and alert.covers(page) else None
