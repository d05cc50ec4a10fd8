"""What the app tells others."""

from django.dispatch import Signal

# A document has another file now, and the change is committed. Sent by PublicationDocument with ``document``,
# ``old_sha256`` and ``new_sha256``; the old file is ``document.file_of(old_sha256)``.
document_file_replaced = Signal()
