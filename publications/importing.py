"""Brings a PDF in without the admin: a new edition with its page, or another file for one that exists."""

from contextlib import contextmanager
from pathlib import Path

from django.core.files import File
from django.db import transaction
from django.utils.text import slugify

from .models import PublicationDocument, PublicationIndexPage, PublicationPage


def import_edition(path: Path, parent: PublicationIndexPage, fields: dict, *, is_sample: bool, publish: bool):
    """Make a document and its page below ``parent``, as a draft unless told to publish; return the page.

    Raises:
        ValidationError: if the file or the page is refused; OSError if it cannot be read or stored. Nothing
            is left behind.
    """
    page = PublicationPage(**{"slug": slugify(fields["title"]), **fields}, live=False)
    page.to_publish = publish
    with path.open("rb") as file:
        document = PublicationDocument(title=page.title, is_sample=is_sample)
        document.file = File(file, name=path.name)
        document.full_clean()
        with _undone_if_refused(document):
            document.save()
            page.document = document
            parent.add_child(instance=page)
            page.full_clean()
            revision = page.save_revision()
            if publish:
                revision.publish()
    return page


def replace_file(path: Path, page: PublicationPage) -> PublicationDocument:
    """Give the document of an edition another file; return the document, which knows what it ``replaced``.

    Raises:
        ValidationError: if the file is refused, OSError if it cannot be read or stored. The old one stays.
    """
    document = page.document
    with path.open("rb") as file:
        document.file = File(file, name=path.name)
        document.full_clean()
        document.save()
    return document


@contextmanager
def _undone_if_refused(document: PublicationDocument):
    """Take back what the database knows of a new document, and its stored files, if anything fails."""
    try:
        with transaction.atomic():
            yield
    except Exception:
        for stored in (document.file, document.cover):
            if stored and stored._committed:
                stored.storage.delete(stored.name)
        raise
