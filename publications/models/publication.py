"""One edition of a publication: what it says in HTML first, then its PDF."""

from functools import partial

from django.db import models
from django.http import Http404
from django.template.defaultfilters import filesizeformat
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import path, re_path
from wagtail.fields import RichTextField

from portal.pages import BasePage, page_panels, page_search_fields
from portal.pages.addresses import only_if
from portal.pages.search_tiers import PUBLICATIONS
from portal.text.features import FIELD_TEXT

from ..files.download import Download
from ..files.versions import TOKEN_PATTERN, Version, newest, tokens, version_of
from ..forms import PublicationPageForm
from ..validation import validate_publication
from .counting import count_download
from .readable import Readable


class PublicationPage(Readable, BasePage):
    """A publication: an HTML summary, who published it and when, and the download.

    The newest file is at ``download/`` below the page, and each version of it at an address of its own
    below that. They move with the page, and answer only while it is live.
    """

    edition = models.CharField(max_length=40, help_text="The edition, usually a year: “2020”.")
    publisher = models.CharField(max_length=120, help_text="Who published it: “National Crime Agency”.")
    published_on = models.CharField(
        "published", max_length=60, help_text="When it was published, as exactly as is known."
    )
    official_url = models.URLField(
        "official address", blank=True, help_text="The publisher's own page for it."
    )
    official_file_note = models.CharField(
        max_length=60, blank=True, help_text="Type and size of the official file: “PDF, 19.30 MB”."
    )
    licence = models.CharField(
        max_length=200, blank=True, help_text="The licence of the file, or that it is not confirmed."
    )
    cleared_by = models.CharField(
        max_length=120,
        blank=True,
        help_text="Who checked that this site may offer the file, and when. Needed for an official file.",
    )
    accessible_format_contact = RichTextField(
        blank=True,
        features=FIELD_TEXT,
        help_text="Whom readers can ask for the publication in another format.",
    )
    later_editions = RichTextField(
        blank=True, features=FIELD_TEXT, help_text="Which later editions exist, and where."
    )
    document = models.ForeignKey(
        "publications.PublicationDocument",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="pages",
        help_text="The PDF. Its type, size and pages are read from the file.",
    )

    page_description = "One edition of a publication: a summary in HTML, and the PDF to download."
    parent_page_types = ["publications.PublicationIndexPage"]
    subpage_types = []
    load_with = ("document",)
    base_form_class = PublicationPageForm
    to_publish: bool | None = None
    search_kind = "Publication"
    search_tier = PUBLICATIONS

    content_panels = page_panels(
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("edition"), FieldPanel("published_on")]),
                FieldPanel("publisher"),
                FieldRowPanel([FieldPanel("official_url"), FieldPanel("official_file_note")]),
                FieldPanel("later_editions"),
            ],
            heading="The publication",
        ),
        MultiFieldPanel(
            [
                FieldPanel("document"),
                FieldRowPanel([FieldPanel("licence"), FieldPanel("cleared_by")]),
                FieldPanel("accessible_format_contact"),
            ],
            heading="The file",
        ),
        body="What the publication says, in plain words, for readers who will not open the file.",
    )
    search_fields = page_search_fields("publisher", "edition")

    class Meta:
        verbose_name = "publication"

    @classmethod
    def quoted_in_block(cls, chosen) -> dict:
        """Return the chosen publication."""
        return {"publication": next(iter(chosen), None)}

    @property
    def download_url(self) -> str:
        """The address of the newest file of this edition, or empty if there is none."""
        return f"{self.url}download/" if self.document_id and self.url else ""

    @property
    def download_label(self) -> str:
        """Type, size and length of the file: "PDF, 412 KB, 6 pages"."""
        if not self.document:
            return ""
        size = filesizeformat(self.document.file_size).replace("\xa0", " ")
        count = self.document.page_count or 0
        return f"PDF, {size}, {count} page{'' if count == 1 else 's'}"

    def clean(self):
        super().clean()
        # The form knows whether the page is about to be published; other code publishes by saving it live.
        validate_publication(self, is_published=self.live if self.to_publish is None else self.to_publish)

    def get_route_paths(self):
        """Return what answers below the page, so that a move makes redirects for the files as well."""
        paths = ["/download/"]
        if self.document_id:
            paths += [f"/download/{token}/" for token in tokens(self.document)]
        return [*super().get_route_paths(), *paths]

    @path("download/")
    @re_path(rf"^download/(?P<version>{TOKEN_PATTERN})/$")
    @only_if(Readable.has_open_document)
    def download(self, request, version: str = ""):
        """Send the newest file, or one version of it."""
        file = version_of(self.document, version) if version else newest(self.document)
        if file is None:
            raise Http404("There is no such version of the file.")
        # A sample or an older file, found by itself, would pass for the publication.
        is_listed = not (version or self.document.is_sample)
        send = partial(_send, self.pk, file, self.download_name, is_listed)
        response = send(request)
        response.again = send
        return response

    @property
    def download_name(self) -> str:
        """The file's name on the reader's device, with the edition in it."""
        edition = slugify(self.edition)
        parts = [self.slug]
        if edition and not self.slug.endswith(edition):
            parts.append(edition)
        if self.document.is_sample:
            parts.append("sample")
        return "-".join(parts) + ".pdf"


def _send(page_id: int, file: Version, name: str, is_listed: bool, request):
    """Send a file, and count that. It asks the database for nothing, so it can be done again."""
    answer = Download(request, file, name, is_listed=is_listed)
    if answer.is_counted:
        count_download(page_id)
    return answer.response()
