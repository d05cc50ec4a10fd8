"""Writes the whole public site as files that nginx serves by itself."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from portal.mirror.export import ExportError, export


class Command(BaseCommand):
    """Write the mirror; see docs/mirror.md."""

    help = "Writes every public page and file into a folder that nginx serves when all else is gone."

    def add_arguments(self, parser):
        parser.add_argument("folder", help="the folder of the mirror, which nginx may read")
        parser.add_argument("--all", action="store_true", help="write it even if nothing has changed")

    def handle(self, *, folder, **options):
        def say(words: str) -> None:
            self.stdout.write(words)
            self.stdout.flush()

        try:
            export(Path(folder).absolute(), say, even_if_unchanged=options["all"])
        except ExportError as error:
            raise CommandError(str(error)) from error
