"""Brings in help routes from a file of Open Referral UK, as drafts."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from guidance.open_referral.drafts import Outcome, make_drafts
from guidance.open_referral.files import InvalidFileError, services_in


class Command(BaseCommand):
    """Say what a file would do, and do it on request. It publishes nothing and is all or nothing."""

    help = (
        "Makes drafts of help routes from an Open Referral UK file. Says what it would do; --write does it."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="a JSON file of services (HSDS-UK 3.0)")
        parser.add_argument("--write", action="store_true", help="save the drafts, after a run without it")

    def handle(self, *, file, write=False, **options):
        try:
            outcomes = make_drafts(services_in(file), write=write)
        except InvalidFileError as error:
            raise CommandError(f"Nothing was imported.\n{error}") from error
        for outcome in outcomes:
            self._tell(outcome)
        self.stdout.write(
            "Saved as drafts. An editor publishes each one, after checking its contacts."
            if write
            else "Nothing was saved. Run again with --write to save these drafts."
        )

    def _tell(self, outcome: Outcome) -> None:
        changes = f" ({', '.join(outcome.changes)})" if outcome.changes else ""
        self.stdout.write(f"{outcome.name}: {outcome.what}{changes}")
        for remark in outcome.remarks:
            self.stdout.write(f"    {remark}")
