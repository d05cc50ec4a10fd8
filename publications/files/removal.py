"""Removes from the store what goes with a document: its cover, and the files of its earlier versions.

Wagtail removes the current file itself. ``publications.apps`` says what is listened to.
"""

from .replacement import remove_after_commit


def remove_cover(instance, **kwargs) -> None:
    """Remove the picture of page 1 of a document that was deleted for good."""
    remove_after_commit(instance.cover)


def remove_version(instance, **kwargs) -> None:
    """Remove the file of an earlier version that was deleted, which goes with its document."""
    remove_after_commit(instance.file)
