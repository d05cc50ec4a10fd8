"""Does what is due again and again, and finishes pictures, for as long as it runs."""

import select
import sys
import time

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from portal.pictures.renditions import make_renditions, without_renditions
from portal.schedule import run_jobs


class Command(BaseCommand):
    """Do the jobs of ``portal.schedule`` again and again; `make run` keeps one going.

    Pictures whose sizes were not made when they were saved, because the process ended, are made here.
    """

    help = (
        "Publishes and withdraws scheduled pages, and empties the bin, every half minute until it is stopped."
    )
    missing: set[tuple[int, str]]
    tried: set[tuple[int, str]]

    def add_arguments(self, parser):
        parser.add_argument("--every", type=float, default=30, help="seconds between two runs")
        parser.add_argument(
            "--while-stdin-is-open", action="store_true", help="end when the process that started this ends"
        )
        parser.add_argument("--times", type=int, default=0, help="stop after so many runs (0: never)")

    def handle(self, *, every, times, while_stdin_is_open=False, **options):
        done, self.missing, self.tried = 0, set(), set()
        while True:
            try:
                run_jobs()
                self._finish_pictures()
            except DatabaseError as error:
                # A database that is away for a moment must not end the schedule.
                self.stderr.write(f"The schedule will try again: {error}")
            done += 1
            if done == times:
                return
            close_old_connections()
            if not while_stdin_is_open:
                time.sleep(every)
            elif select.select([sys.stdin], [], [], every)[0]:
                return

    def _finish_pictures(self) -> None:
        """Make the sizes of pictures that have been without them since the run before; try each file once."""
        missing = {(image.pk, image.file.name): image for image in without_renditions()}
        due = (missing.keys() & self.missing) - self.tried
        self.missing = set(missing)
        self.tried |= due
        for image in (missing[key] for key in due):
            for reason in make_renditions(image):
                self.stderr.write(f"Picture {image.pk} could not be drawn: {reason}")
