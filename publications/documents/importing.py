"""Brings a PDF in without the admin: a new edition with its page, or another file for one that exists."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.utils.text import slugify

from ..inspection import RefusedPdfError, clean, inspect
from ..models import CleanedCopy, PublicationDocument, PublicationIndexPage, PublicationPage


@contextmanager
def _opened(path: Path, cleans: bool) -> Iterator[tuple[File, CleanedCopy | None]]:
    """Yield the file, or, if told to clean and it is refused for what can be taken out, a copy of it."""
    with path.open("rb") as file:
        taken, record = file, None
        if cleans:
            try:
                inspect(file)
            except RefusedPdfError as refusal:
                if refusal.can_be_cleaned:
                    taken, record = _cleaned(file)
        yield File(taken, name=path.name), record


def _cleaned(file: IO[bytes]) -> tuple[IO[bytes], CleanedCopy]:
    try:
        copy = clean(file)
    except RefusedPdfError as refusal:
        raise ValidationError({"file": f"No cleaned copy can be made. {refusal}"}) from refusal
    return copy.file, CleanedCopy.record(copy)


def import_edition(
    path: Path,
    parent: PublicationIndexPage,
    fields: dict,
    *,
    is_sample: bool,
    publish: bool,
    cleans: bool = False,
):
    """Make a document and its page below ``parent``, as a draft unless told to publish; return the page.

    Raises:
        ValidationError: if the file or the page is refused; OSError if it cannot be read or stored. Nothing
            is left behind.
    """
    page = PublicationPage(**{"slug": slugify(fields["title"]), **fields}, live=False)
    page.to_publish = publish
    with _opened(path, cleans) as (file, record):
        document = PublicationDocument(title=page.title, is_sample=is_sample)
        document.file = file
        document.full_clean()
        with _undone_if_refused(document):
            _save(document, record)
            page.document = document
            parent.add_child(instance=page)
            page.full_clean()
            revision = page.save_revision()
            if publish:
                revision.publish()
    return page


def _save(document: PublicationDocument, record: CleanedCopy | None) -> None:
    if record:
        document.cleaned_from = record.original_sha256
    document.save()
    if record:
        record.accept(document)


def replace_file(path: Path, page: PublicationPage, *, cleans: bool = False) -> PublicationDocument:
    """Give the document of an edition another file; return the document, which knows what it ``replaced``.

    Raises:
        ValidationError: if the file is refused, OSError if it cannot be read or stored. The old one stays.
    """
    document = page.document
    with _opened(path, cleans) as (file, record):
        document.file = file
        document.full_clean()
        _save(document, record)
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
