"""The page every page type is made from."""

from http import HTTPMethod

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from ..answering.context import visitor_context
from ..keeping.sight import title_for_staff
from ..text.characters import clean_fields
from ..text.phone_links import refuse_unlike_numbers
from ..text.slugs import why_no_slug
from .addresses import AnswersBelow
from .anchors import headings_of
from .content_notes import note_of_page
from .forms import PortalCopyForm, PortalPageForm
from .structured_data import page_data


class BasePage(AnswersBelow, Page):
    """What all pages share: a summary, a place in the tree, and what a visitor's page needs.

    ``load_with`` names the foreign keys that ``portal.answering.routing`` fetches together with a page of
    this type; ``search_kind`` is the word shown beside it among search results;
    ``schema_type`` is what it is in schema.org's words. ``neutral_title`` is set where the page's
    own title may give its reader away: then browser tabs, history and link previews show it
    instead, or the neutral "Title tag" that an editor gave the page.
    """

    summary = models.TextField(
        max_length=300,
        help_text="One or two plain sentences that say what the page is for. Shown under the title, "
        "in lists, in search results and to search engines. At most 300 characters.",
    )

    content_note = models.CharField(
        max_length=250,
        blank=True,
        help_text="Only for pages with hard material: what it is, in one plain sentence. Shown first, with "
        "the time it takes to read and the ways past it. Leave empty on all other pages.",
    )

    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    load_with: tuple[str, ...] = ()
    search_kind = "Page"
    schema_type = "WebPage"
    neutral_title = ""
    # Whether Wagtail may keep a second page in step with one of this type ("alias").
    may_have_aliases = True
    copy_form_class = PortalCopyForm
    not_itself: tuple[tuple[str, str], ...] = ()
    base_form_class = PortalPageForm
    # Where on the page help stands, and how many figures the page adds to its own text.
    help_anchor = ""
    figure_count = 0

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("content_note")]
    search_fields = [*Page.search_fields, index.SearchField("summary", boost=2)]

    class Meta:
        abstract = True

    @property
    def is_expired(self) -> bool:
        """Whether the expiry time has passed, even if the scheduler has not run since."""
        return bool(self.expire_at and self.expire_at <= timezone.now())

    @property
    def outside_title(self) -> str:
        """The title where others may see it: browser tab, history, link preview."""
        return self.seo_title or self.neutral_title or self.title

    @property
    def meta_description(self) -> str:
        """What search engines and link previews say of the page."""
        return self.search_description or self.summary

    def get_admin_display_title(self):
        return title_for_staff(self)

    def full_clean(self, *args, **kwargs):
        clean_fields(self)
        super().full_clean(*args, **kwargs)

    def clean(self):
        super().clean()
        refuse_unlike_numbers(self)
        if reason := why_no_slug(self.slug):
            raise ValidationError({"slug": reason})

    def refuse_publishing(self) -> None:
        """Refuse what may stand in a draft but not before readers; a page type adds its own reasons.

        Raises:
            ValidationError: with the reasons, by field.
        """

    def save(self, clean=True, **kwargs):
        if clean and self.live:
            self.refuse_publishing()
        super().save(clean=clean, **kwargs)

    def get_view_restrictions(self):
        """Return who may see the page; no query where routing has already found that all may."""
        if getattr(self, "known_public", False):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def may_be_listed(self, context) -> bool:
        """Whether search engines may list what is shown. A page's other addresses name it as canonical."""
        return True

    def get_context(self, request, *args, without_figures: bool = False, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(visitor_context(request, self))
        context["without_figures"] = without_figures
        if self.content_note:
            context["note"] = note_of_page(self, without_figures=without_figures)
        context["on_this_page"] = self.on_this_page()
        context["structured_data"] = page_data(self, context)
        return context

    def on_this_page(self) -> list[dict]:
        """Return the page's own headings as links, where there are enough to need them."""
        headings = headings_of(self)
        return headings if len(headings) >= 3 else []
