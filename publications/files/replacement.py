"""What happens when a document gets another file: the old one is kept, and others are told what changed."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from ..signals import document_file_replaced


def count_of_pages(count: int | None) -> str:
    """Return "6 pages", or "1 page"."""
    return f"{count or 0} page{'' if count == 1 else 's'}"


def describe_replacement(before, after) -> str:
    """Return what changed between two states of a document, in a sentence."""
    if before.sha256 == after.sha256:
        return "The file is the same as before."
    if before.page_count == after.page_count:
        changes = [f"it has {count_of_pages(after.page_count)} as before"]
    else:
        changes = [f"{count_of_pages(before.page_count)} became {after.page_count}"]
    if before.is_tagged != after.is_tagged:
        changes.append("it is tagged now" if after.is_tagged else "it is no longer tagged")
    if before.has_text != after.has_text:
        changes.append("it has text now" if after.has_text else "it has no text any more")
    if before.language != after.language:
        changes.append(f"its language is now {after.language or 'not stated'}")
    return f"The file was replaced: {'; '.join(changes)}."


def remove_after_commit(field_file) -> None:
    """Delete a stored file once the database no longer needs it."""
    if field_file:
        transaction.on_commit(partial(field_file.storage.delete, field_file.name))


def settle_replacement(before, after) -> None:
    """Keep or remove the files that a document had before it was saved with another.

    Must run in the transaction that saves the document.
    """
    if before.cover and before.cover.name != after.cover.name:
        remove_after_commit(before.cover)
    if before.file.name == after.file.name:
        return
    if before.sha256 == after.sha256 or not _keep(before, after):
        remove_after_commit(before.file)
    if before.sha256 != after.sha256:
        transaction.on_commit(
            partial(
                document_file_replaced.send_robust,
                sender=type(after),
                document=after,
                old_sha256=before.sha256,
                new_sha256=after.sha256,
            )
        )


def _keep(before, after) -> bool:
    """Make the old file a version, and return whether its stored file is needed for that."""
    version, is_new = after.versions.get_or_create(
        sha256=before.sha256,
        defaults={
            "file": before.file.name,
            "file_size": before.file_size,
            "page_count": before.page_count,
            "replaced_at": timezone.now(),
        },
    )
    if not is_new:
        version.replaced_at = timezone.now()
        version.save(update_fields=["replaced_at"])
    return is_new
