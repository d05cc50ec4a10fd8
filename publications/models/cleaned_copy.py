"""A copy that this site made of a PDF that it would not take, without what was wrong with it."""

from datetime import timedelta

from django.conf import settings
from django.core.files import File
from django.db import models
from django.utils import timezone

from ..inspection import CleanedPdf, removed_words
from .document_file import DocumentFileField, document_storage

# How long an offer waits for an answer.
OFFER_STANDS = timedelta(days=1)


class CleanedCopy(models.Model):
    """The record of what was removed from which file, and who took the copy in its place.

    Until someone takes it, it is an offer: it holds the copy, and goes after a day.
    """

    unseen_by_visitors = True

    document = models.ForeignKey(
        "publications.PublicationDocument",
        null=True,
        on_delete=models.CASCADE,
        related_name="cleaned_copies",
        editable=False,
    )
    original_sha256 = models.CharField("SHA-256 of the original", max_length=64, editable=False)
    cleaned_sha256 = models.CharField("SHA-256 of the copy", max_length=64, editable=False)
    removed = models.JSONField(default=list, editable=False)  # codes of publications.inspection.refusals
    was_signed = models.BooleanField(default=False, editable=False)
    file = DocumentFileField(upload_to="cleaned", blank=True, editable=False)
    made_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    accepted_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-accepted_at", "-made_at"]
        verbose_name_plural = "cleaned copies"

    def __str__(self):
        return f"A copy without {self.removed_words}"

    @property
    def removed_words(self) -> str:
        """What was removed, in words."""
        return removed_words(self.removed)

    @property
    def loss(self) -> str:
        """What the copy lost besides, in a sentence, or nothing."""
        return (
            "The original was signed; the signature is lost, since the file changed."
            if self.was_signed
            else ""
        )

    @classmethod
    def offer(cls, cleaned: CleanedPdf, name: str, user) -> "CleanedCopy":
        """Keep a copy for a day.

        Raises:
            OSError: if there is no room for it.
        """
        cls.forget_old_offers()
        one = cls.record(cleaned, user)
        one.file.save(name, File(cleaned.file), save=False)
        one.save()
        return one

    @classmethod
    def record(cls, cleaned: CleanedPdf, user=None) -> "CleanedCopy":
        """Return the unsaved record of a copy."""
        return cls(
            original_sha256=cleaned.original_sha256,
            cleaned_sha256=cleaned.facts.sha256,
            removed=cleaned.removed,
            was_signed=cleaned.was_signed,
            made_for=user,
        )

    @classmethod
    def open_offers(cls):
        """Return the offers that can still be taken."""
        return cls.objects.filter(accepted_at=None, made_at__gte=timezone.now() - OFFER_STANDS)

    @classmethod
    def forget_old_offers(cls) -> None:
        """Delete the offers that nobody took within a day, with their files."""
        for one in cls.objects.filter(accepted_at=None, made_at__lt=timezone.now() - OFFER_STANDS):
            one.file.delete(save=False)
            one.delete()

    def accept(self, document) -> None:
        """Note that the copy is a document's file now, and give up the one that was held."""
        held = self.file.name
        self.document, self.accepted_at, self.file = document, timezone.now(), ""
        self.save()
        if held:
            document_storage().delete(held)
