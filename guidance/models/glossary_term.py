"""A word that the site explains."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from wagtail.search import index

from .sourced import Confidence, Sourced


class GlossaryTerm(index.Indexed, Sourced):
    """A term with its meaning in one plain sentence, and the source that says so.

    Texts mark a term by its id, so that neither another name nor another anchor breaks a link.
    """

    name = models.CharField("term", max_length=80, unique=True, help_text="As it stands in running text.")
    anchor = models.SlugField(
        max_length=80,
        unique=True,
        blank=True,
        help_text="Its place on the glossary page. Left empty, it is made from the term.",
    )
    found = models.CharField(
        "meaning",
        max_length=300,
        help_text="In one plain sentence of at most 25 words, for a reader of 11 years.",
    )

    # Removing a row takes something down that visitors read.
    is_seen_by_itself = True

    search_fields = [index.AutocompleteField("name"), index.SearchField("name"), index.SearchField("found")]

    class Meta:
        ordering = ["name"]
        verbose_name = "glossary term"

    def __str__(self):
        return self.name

    def is_shown(self) -> bool:
        """Whether visitors may read it: some source says so, and no other disputes it."""
        return bool(self.source_url) and self.confidence != Confidence.CONFLICTING

    @property
    def element_id(self) -> str:
        """The id of its place on the glossary page, which no heading of an editor can take."""
        return f"_term-{self.anchor}"

    def clean(self):
        super().clean()
        self.anchor = self.anchor or slugify(self.name)
        if not self.anchor:
            raise ValidationError({"anchor": "Enter an anchor of Latin letters: the term has none."})
