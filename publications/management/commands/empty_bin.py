"""Removes for good the documents that were deleted 30 days ago."""

from django.core.management.base import BaseCommand

from publications.bin.emptying import empty_bin


class Command(BaseCommand):
    """For a timer, where keep_schedule does not run."""

    help = "Removes for good the documents that have been in the bin for 30 days."

    def handle(self, **options):
        self.stdout.write(f"{empty_bin()} removed for good.")
