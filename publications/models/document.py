"""The file of a publication. What can be read from the file is never typed."""

import hashlib

from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.db import models
from django.urls import reverse
from wagtail.documents.models import AbstractDocument, Document

from ..inspection import inspect


def document_storage():
    """Return the store of documents: a folder that no address reaches."""
    return storages["documents"]


class PublicationDocument(AbstractDocument):
    """A PDF. Visitors get it from the page of its publication only, and only while that is live."""

    file = models.FileField("file", storage=document_storage, upload_to="publications")
    is_sample = models.BooleanField(
        "stands in for the official file",
        default=False,
        help_text="Tick if this is not the publication itself but a sample in its place. Readers are told.",
    )
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, editable=False)
    page_count = models.PositiveIntegerField(null=True, editable=False)
    language = models.CharField(max_length=20, blank=True, editable=False)
    is_tagged = models.BooleanField(default=False, editable=False)

    admin_form_fields = (*Document.admin_form_fields, "is_sample")

    class Meta(AbstractDocument.Meta):
        permissions = [("choose_document", "Can choose document")]

    @property
    def url(self) -> str:
        """Where staff can open the file, whether or not its page is live."""
        return reverse("publications_staff_file", args=[self.pk])

    def clean(self):
        super().clean()
        if self.file and not self.file._committed:
            self._read_file()

    def save(self, *args, **kwargs):
        # Code that makes a document without a form must not leave these empty.
        if self.file and (not self.sha256 or not self.file._committed):
            self._read_file()
            self._set_document_file_metadata()
        super().save(*args, **kwargs)

    def _read_file(self):
        """Fill in what the file itself says.

        Raises:
            ValidationError: if it is not a PDF that can be opened.
        """
        with self.open_file() as file:
            content = file.read()
            file.seek(0)
        try:
            facts = inspect(content)
        except ValueError as error:
            raise ValidationError({"file": str(error)}) from error
        self.sha256 = hashlib.sha256(content).hexdigest()
        self.page_count = facts.page_count
        self.language = facts.language
        self.is_tagged = facts.is_tagged
