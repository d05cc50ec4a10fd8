"""What is read from a document's file, and never typed."""

from django.db import models

from ..inspection import PdfFacts
from ..inspection.notes import told
from .document_file import DocumentFileField

OWN_FACTS = (
    "sha256",
    "page_count",
    "pdf_version",
    "language",
    "pdf_title",
    "is_tagged",
    "has_text",
    "outline",
    "origins",
    "notes",
)


class DocumentFacts(models.Model):
    """The facts of a PDF as fields. ``outline`` lists its bookmarks: title, page and level, from 1."""

    sha256 = models.CharField("SHA-256", max_length=64, blank=True, editable=False)
    page_count = models.PositiveIntegerField(null=True, editable=False)
    pdf_version = models.CharField("PDF version", max_length=8, blank=True, editable=False)
    language = models.CharField(max_length=20, blank=True, editable=False)
    pdf_title = models.CharField("title in the file", max_length=300, blank=True, editable=False)
    is_tagged = models.BooleanField(default=False, editable=False)
    has_text = models.BooleanField("has a text layer", default=False, editable=False)
    outline = models.JSONField(default=list, blank=True, editable=False)
    # Pairs of a word and a value; None if an earlier release did not read them.
    origins = models.JSONField("what the file tells of its making", null=True, editable=False)
    # Codes of what an editor should know of the file: see ``publications.inspection.notes``.
    notes = models.JSONField(default=list, blank=True, editable=False)
    # Of the file that this one was made of, if this site cleaned it: see ``CleanedCopy``.
    cleaned_from = models.CharField("SHA-256 before cleaning", max_length=64, blank=True, editable=False)
    # Beside the file, where no address reaches it.
    cover = DocumentFileField("picture of page 1", upload_to="publications", blank=True, editable=False)

    class Meta:
        abstract = True

    def set_facts(self, facts: PdfFacts) -> None:
        """Take over what an inspection found, but for the cover and the texts of the pages."""
        if facts.sha256 != self.sha256:
            self.cleaned_from = ""
        for name in OWN_FACTS:
            setattr(self, name, getattr(facts, name))

    @property
    def origins_verdict(self) -> str:
        """What the file tells every reader of the people and machines that made it, in a sentence or two."""
        if not self.origins:
            return ""
        by_word = {}
        for word, value in self.origins:
            by_word.setdefault(word, []).append(value)
        told = "; ".join(f"{word} {', '.join(values)}" for word, values in by_word.items())
        return (
            f"Everyone who opens the file can read in its properties: {told}. "
            "If that should not be public, ask for a version without it."
        )

    @property
    def file_verdict(self) -> str:
        """What an editor should know of the file, in sentences."""
        cleaned = self.cleaned_copy
        what = (
            f"Cleaned by this site: it has no {cleaned.removed_words} any more. {cleaned.loss} "
            if cleaned
            else ""
        )
        if cleaned:
            what += f"SHA-256 of the original: {self.cleaned_from}; of this copy: {self.sha256}."
        return " ".join(
            part
            for part in (self.accessibility_verdict, told(self.notes), what.strip(), self.origins_verdict)
            if part
        )

    @property
    def cleaned_copy(self):
        """The record of the cleaning that made this file, or None; a query only if there was one."""
        if not self.cleaned_from or not self.pk:
            return None
        return self.cleaned_copies.filter(
            cleaned_sha256=self.sha256, original_sha256=self.cleaned_from
        ).first()

    @property
    def accessibility_verdict(self) -> str:
        """What the file means for people who use a screen reader, in a sentence or two."""
        if not self.sha256:
            return ""
        if not self.has_text:
            return "A scan without text: screen readers find nothing to read. Ask for a version with text."
        if not self.is_tagged:
            return "Not tagged: screen readers will struggle. Ask for another format."
        if not self.language:
            return "Tagged, but it does not say its language: screen readers may use the wrong voice."
        return "Tagged: screen readers can follow it."
