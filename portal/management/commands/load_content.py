"""Loads the default content of the ``content/`` folder."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal import tasks
from portal.loading import ContentError, Loader


class Command(BaseCommand):
    """Load the default content. Safe to run twice; what editors changed is left alone."""

    help = "Loads the default content. Safe to run twice: what editors changed or deleted is left alone."

    def add_arguments(self, parser):
        parser.add_argument(
            "--replace", action="store_true", help="put the default content back over editors' changes"
        )
        parser.add_argument("--no-input", action="store_false", dest="ask", help="do not ask first")

    def handle(self, *, replace, ask, **options):
        if replace and ask and not self._confirmed():
            raise CommandError("Nothing was changed.")
        try:
            outcome = Loader(Path(settings.BASE_DIR) / "content", replace=replace).run()
        except ContentError as error:
            raise CommandError(str(error)) from error
        tasks.wait()
        self.stdout.write(
            f"Content: {len(outcome.created)} created, {len(outcome.updated)} updated, "
            f"{len(outcome.unchanged)} unchanged, {len(outcome.kept)} kept as editors left them."
        )

    def _confirmed(self) -> bool:
        self.stdout.write("This puts the default content back over what editors changed. Their versions stay")
        self.stdout.write("in each page's history, but visitors will see the default content.")
        return input("Type “replace” to go on: ").strip() == "replace"
