"""Removes from the store what goes with a document: its cover, and the files of its earlier versions.

Wagtail removes the current file itself.
"""

from django.db.models.signals import post_delete

from .replacement import remove_after_commit


def _remove_cover(instance, **kwargs):
    remove_after_commit(instance.cover)


def _remove_version(instance, **kwargs):
    remove_after_commit(instance.file)


def connect() -> None:
    """Listen for documents and versions that are deleted."""
    from .models import DocumentVersion, PublicationDocument

    post_delete.connect(_remove_cover, sender=PublicationDocument)
    post_delete.connect(_remove_version, sender=DocumentVersion)
