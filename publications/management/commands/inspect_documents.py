"""Reads the facts of all documents again."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from publications.models import PublicationDocument


class Command(BaseCommand):
    """Inspect every stored document as an upload would be, and renew its facts, texts and cover."""

    help = "Inspects all documents again and renews what is read from them. Exits with 1 if one is refused."

    def add_arguments(self, parser):
        parser.add_argument(
            "--missing", action="store_true", help="only those that an earlier release read less of"
        )

    def handle(self, *, missing=False, **options):
        refused = 0
        read_less = Q(pdf_version="") | Q(origins__isnull=True)
        documents = PublicationDocument.objects.filter(read_less) if missing else PublicationDocument.objects
        for document in documents.order_by("pk"):
            try:
                document.inspect_again()
                self.stdout.write(f"{document.title}: {document.file_verdict}")
            except ValidationError as error:
                refused += 1
                self.stdout.write(f"{document.title}: REFUSED. {' '.join(error.messages)}")
            except OSError as error:
                refused += 1
                self.stdout.write(f"{document.title}: MISSING. {error.strerror or error}.")
        if refused:
            raise CommandError(f"{refused} not inspected. Replace or delete what is refused or missing.")
