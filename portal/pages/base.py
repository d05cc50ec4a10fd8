"""The page every page type is made from."""

from http import HTTPMethod

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from ..answering.context import visitor_context
from ..blocks import PageStreamBlock
from ..databases.plain_fields import BlocksField
from ..keeping.sight import title_for_staff
from ..text.characters import clean_fields
from ..text.phone_links import refuse_unlike_numbers
from ..text.slugs import why_no_slug
from .addresses import AnswersBelow
from .anchors import anchors_in
from .content_notes import note_in_body, note_of_page
from .first_help import first_routes
from .forms import PortalCopyForm, PortalPageForm
from .panels import page_panels, page_search_fields
from .search_tiers import PAGES
from .structured_data import described, page_data

# So many sections make a list of them worth the room that it takes above the text.
LISTED_FROM = 5


class BasePage(AnswersBelow, Page):
    """What all pages share: a summary, a place in the tree, and what a visitor's page needs.

    ``load_with`` names the foreign keys that ``portal.answering.routing`` fetches together with a page of
    this type; ``search_kind`` is the word shown beside it among search results,
    and ``search_tier`` says which kinds come before it there (see ``search_tiers``);
    ``schema_type`` is what it is in schema.org's words. ``neutral_title`` is set where the page's
    own title may give its reader away: then browser tabs, history and link previews show it
    instead, or the neutral "Title tag" that an editor gave the page.

    A page type brings what is its own: ``content_panels`` and ``search_fields`` by ``page_panels`` and
    ``page_search_fields``; a ``body`` of other blocks; more in ``get_context``, ``schema_data`` and
    ``on_this_page``; answers below its address by methods with Wagtail's ``@path`` (see ``addresses``), named
    in ``get_route_paths`` if redirects should lead to them after a move; what ``refuse_publishing`` refuses.
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

    body = BlocksField(
        PageStreamBlock(),
        blank=True,
        help_text="The text of the page. Start each part with a heading; three or more headings make an "
        "“On this page” list.",
    )

    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    load_with: tuple[str, ...] = ()
    search_kind = "Page"
    search_tier = PAGES
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
    # Whether routing has found, with the page, that anyone may read it.
    known_public = False
    _anchored: tuple = (None, {})

    content_panels = page_panels()
    search_fields = page_search_fields()

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
        if self.known_public:
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
        context["on_this_page"] = links if len(links := self.on_this_page()) >= LISTED_FROM else []
        context["first_help"] = self.first_help()
        context["structured_data"] = page_data(self, context)
        return context

    def schema_data(self, context: dict) -> dict:
        """Return the page as schema.org data; a page type that says more of itself adds to it."""
        return described(self, context)

    def anchors(self) -> dict:
        """Return the anchors of the body's headings; worked out once for each body that the page is given."""
        if self._anchored[0] is not self.body:
            self._anchored = (self.body, anchors_in(self.body))
        return self._anchored[1]

    def anchor_of(self, heading) -> str:
        """Return the anchor of a heading block of the body."""
        return self.anchors()[heading]

    def note_of(self, note, *, without_figures: bool) -> dict:
        """Return what a note of hard material among the page's blocks says: see ``content_notes``."""
        return note_in_body(self, note, without_figures=without_figures)

    def on_this_page(self) -> list[dict]:
        """Return the page's own headings as links; they are shown where there are enough to need them."""
        return [{"anchor": anchor, "text": block.value} for block, anchor in self.anchors().items()]

    def first_help(self) -> list:
        """Return the help routes that stand under the title: the first of those that the page names."""
        return first_routes(self.body)
