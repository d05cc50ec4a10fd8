"""A file that a document had before another took its place."""

from django.db import models

from .document_file import DocumentFileField


class DocumentVersion(models.Model):
    """An earlier file, kept so that what was quoted from it can still be checked.

    Its file goes with the document: see ``publications.files.removal``.
    """

    document = models.ForeignKey(
        "publications.PublicationDocument", on_delete=models.CASCADE, related_name="versions", editable=False
    )
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)
    file = DocumentFileField(upload_to="publications", editable=False)
    file_size = models.PositiveBigIntegerField(null=True, editable=False)
    page_count = models.PositiveIntegerField(null=True, editable=False)
    replaced_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ["-replaced_at"]
        constraints = [
            models.UniqueConstraint(fields=["document", "sha256"], name="one_version_for_each_file"),
        ]

    def __str__(self):
        return f"{self.document}, until {self.replaced_at:%d %B %Y}"

    @property
    def language(self) -> str:
        """The document's own: none is kept for each version."""
        return self.document.language
