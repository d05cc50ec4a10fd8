"""Removes for good what nobody brought back."""

from django.db import transaction

from ..models import PublicationDocument
from ..models.binnable import DAYS_KEPT


def empty_bin() -> int:
    """Remove for good what has been in the bin for 30 days; return how many documents that were."""
    due = list(PublicationDocument.in_bin.due())
    for document in due:
        with transaction.atomic():
            document.remove_for_good(f"{DAYS_KEPT} days in the bin")
    return len(due)
