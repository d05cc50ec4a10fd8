"""The text of one page of a document."""

from django.db import models


class DocumentPage(models.Model):
    """What PDFium reads on a page, counted from 1. Words hyphenated at the end of a line are left so."""

    unseen_by_visitors = True

    document = models.ForeignKey(
        "publications.PublicationDocument",
        on_delete=models.CASCADE,
        related_name="page_texts",
        editable=False,
    )
    number = models.PositiveIntegerField(editable=False)
    text = models.TextField(blank=True, editable=False)
    # What the text alone would not be found by: see ``publications.reading.spellings``.
    spellings = models.TextField(blank=True, default="", editable=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="one_text_for_each_page"),
        ]

    def __str__(self):
        return f"{self.document}, page {self.number}"
