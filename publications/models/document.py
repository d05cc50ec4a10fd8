"""The file of a publication. What can be read from the file is never typed."""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.urls import reverse
from wagtail.documents.models import AbstractDocument, Document
from wagtail.search import index

from ..files.replacement import settle_replacement
from ..inspection import PdfFacts, RefusedPdfError, inspect, sha256_of
from ..reading.spellings import spellings
from .binnable import Binnable
from .document_facts import DocumentFacts
from .document_file import CAN_BE_CLEANED, InspectedFileField


class PublicationDocument(Binnable, DocumentFacts, AbstractDocument):
    """A PDF. Visitors get it from the page of its publication only, and only while that is live.

    A file is inspected before it is stored, whichever way it comes. ``replaced`` is the document as it
    was before the last save gave it a file, or None.
    """

    file = InspectedFileField("file", upload_to="publications")
    is_sample = models.BooleanField(
        "stands in for the official file",
        default=False,
        help_text="Tick if this is not the publication itself but a sample in its place. Readers are told.",
    )

    search_fields = [*AbstractDocument.search_fields, index.FilterField("deleted_at")]
    admin_form_fields = (*Document.admin_form_fields, "is_sample")
    replaced = None
    _inspected: PdfFacts | None = None
    _stored: tuple[str, ...] = ()
    _cover_of = ""

    class Meta(AbstractDocument.Meta):
        permissions = [("choose_document", "Can choose document")]

    @property
    def url(self) -> str:
        """Where staff can open the file, whether or not its page is live."""
        return reverse("publications_staff_file", args=[self.pk])

    def file_of(self, sha256: str):
        """Return what has the file whose checksum begins so, or None: this document or an earlier version.

        Both have ``file``, ``file_size``, ``page_count``, ``sha256`` and ``language``.
        """
        if not sha256:
            return None
        is_newest = self.sha256.startswith(sha256)
        return self if is_newest else self.versions.filter(sha256__startswith=sha256).first()

    def clean(self):
        if not self.file:
            return  # a parked file is put in later; Wagtail would miss its ending and fail
        super().clean()
        if not self.file._committed:
            self.inspect_new_file(self.file.file)

    def inspect_new_file(self, file) -> None:
        """Inspect a file that is about to become this document's, and fill in its facts.

        Raises:
            ValidationError: if it is refused.
        """
        if self._inspected and self._inspected.sha256 == sha256_of(file):
            return
        try:
            self._inspected = inspect(file)
        except RefusedPdfError as error:
            code = CAN_BE_CLEANED if error.can_be_cleaned else "refused"
            raise ValidationError({"file": ValidationError(str(error), code=code)}) from error
        self.set_facts(self._inspected)

    def inspect_again(self) -> None:
        """Read the facts from the stored file once more, and save them.

        Raises:
            ValidationError: if it is refused now; FileNotFoundError if it is gone.
        """
        with self.open_file() as file:
            self.inspect_new_file(file)
        self.save()

    def note_stored(self, name: str) -> None:
        """Remember a file that must go again if the document is not saved."""
        self._stored = (*self._stored, name)

    def store_new_files(self) -> None:
        """Store the inspected file and its cover, unless that was done.

        Raises:
            OSError: if there is no room for them; nothing is left behind.
        """
        try:
            if not self.file._committed:
                self.file.save(self.file.name, self.file.file, save=False)
            if self._cover_of != self.file.name:
                self._store_cover()
        except OSError:
            self._remove_stored()
            raise

    def save(self, *args, **kwargs):
        # Code that makes a document without a form must not leave these empty.
        if self.file and not self.file._committed and not self._inspected:
            self.inspect_new_file(self.file.file)
        elif self.file and not self.sha256:
            with self.open_file() as file:
                self.inspect_new_file(file)
        if not self._inspected:
            return super().save(*args, **kwargs)
        self.store_new_files()
        self._set_document_file_metadata()
        try:
            with transaction.atomic():
                before = type(self)._base_manager.select_for_update().filter(pk=self.pk).first()
                super().save(*args, **{**kwargs, "update_fields": None})
                self._save_texts()
                if before:
                    settle_replacement(before, self)
        except Exception:
            self._remove_stored()
            raise
        self.replaced, self._inspected, self._stored = before, None, ()
        return None

    def _store_cover(self) -> None:
        if self._inspected.cover:
            name = f"{PurePath(self.filename).stem}-cover.webp"
            self.cover.save(name, ContentFile(self._inspected.cover), save=False)
            self.note_stored(self.cover.name)
        else:
            self.cover = ""
        self._cover_of = self.file.name

    def _save_texts(self) -> None:
        self.page_texts.all().delete()
        rows = self.page_texts.model
        rows.objects.bulk_create(
            [
                rows(document=self, number=number, text=text, spellings=spellings(text))
                for number, text in enumerate(self._inspected.page_texts, 1)
            ]
        )

    def _remove_stored(self) -> None:
        for name in self._stored:
            self.file.storage.delete(name)
        self._stored = ()
