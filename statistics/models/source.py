"""Where a figure comes from, to the page and the words."""

from django.db import models
from django.db.models import F, Q

from portal.visibility import public_now
from publications.reading.citations import Citing

from ..numbers.wording import without_quotation_marks


class FigureSource(models.Model):
    """Publication, edition, page and the quoted words."""

    publication = models.ForeignKey(
        "publications.PublicationPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="statistics",
        help_text="The publication on this site that holds the figure, if any.",
    )
    source_name = models.CharField(
        max_length=250, help_text="Publisher, title and year of the source, as you would cite it."
    )
    source_edition = models.CharField(
        "edition of the source",
        max_length=60,
        blank=True,
        help_text="Only if the title alone does not tell editions apart: “2020”, “second edition”.",
    )
    source_url = models.URLField(
        "source address", blank=True, help_text="Where the source can be read on its publisher's site."
    )
    source_page = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="The page of the file that holds the figure, counted from the first page of the file.",
    )
    quoted_words = models.TextField(
        blank=True,
        help_text="The source's own words around the figure, the value included. They are looked for on that "
        "page of the file.",
    )

    class Meta:
        abstract = True

    @property
    def words_of_source(self) -> str:
        """The quoted words as they stand between quotation marks, which the page adds."""
        return without_quotation_marks(self.quoted_words)

    @property
    def source_text(self) -> str:
        """The source as it is cited, with edition and page where they are known."""
        edition = f", {self.source_edition}" if self.source_edition else ""
        page = f", page {self.source_page}" if self.source_page else ""
        return f"{self.source_name}{edition}{page}"

    @classmethod
    def citing(cls, publication) -> Citing:
        """Say which figures were taken from the publication, and whose categories they are."""
        figures = public_now(cls.objects.filter(publication=publication))
        return Citing(
            where=Q(statisticpage__publication=publication.pk),
            number=F("statisticpage__source_page"),
            categories=figures.values("category"),
        )

    def source_link(self, publication) -> dict | None:
        """Return where the source can be read: ``url``, and ``is_here`` if this site holds the file.

        ``publication`` is its page, or None where visitors may not see it. A sample that stands in
        for the official file is no source.
        """
        document = publication.document if publication else None
        if document and not document.is_sample and publication.download_url:
            page = f"#page={self.source_page}" if self.source_page else ""
            return {"url": f"{publication.download_url}{page}", "is_here": True}
        official = self.source_url or (publication.official_url if publication else "")
        return {"url": official, "is_here": False} if official else None
