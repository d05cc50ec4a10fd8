"""Does what is due again and again, and finishes pictures, for as long as it runs."""

import select
import sys
import time
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from portal.mirror.keeping import LOOK_SECONDS, MirrorKeeper
from portal.pictures.renditions import make_renditions, without_renditions
from portal.schedule import run_jobs


class Command(BaseCommand):
    """Do the jobs of ``portal.schedule`` again and again; `make run` keeps one going.

    Pictures whose sizes were not made when they were saved, because the process ended, are made here. With
    ``MIRROR_DIR`` set, the mirror there follows each change within seconds (docs/mirror.md).
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
        folder = settings.MIRROR_DIR
        mirror = MirrorKeeper(Path(folder).absolute(), self.stderr.write) if folder else None
        while True:
            self._try(run_jobs)
            self._try(self._finish_pictures)
            end = time.monotonic() + every
            done += 1
            while True:
                if mirror:
                    self._try(mirror.look)
                if done == times:
                    return
                close_old_connections()
                left = end - time.monotonic()
                if self._is_over(max(0, min(left, LOOK_SECONDS) if mirror else left), while_stdin_is_open):
                    return
                if time.monotonic() >= end:
                    break

    def _try(self, job) -> None:
        """Do a job; a database that is away for a moment must not end the schedule."""
        try:
            job()
        except DatabaseError as error:
            self.stderr.write(f"The schedule will try again: {error}")

    @staticmethod
    def _is_over(seconds: float, while_stdin_is_open: bool) -> bool:
        """Wait; return whether the process that started this has ended meanwhile."""
        if not while_stdin_is_open:
            time.sleep(seconds)
            return False
        return bool(select.select([sys.stdin], [], [], seconds)[0])

    def _finish_pictures(self) -> None:
        """Make the sizes of pictures that have been without them since the run before; try each file once."""
        missing = {(image.pk, image.file.name): image for image in without_renditions()}
        due = (missing.keys() & self.missing) - self.tried
        self.missing = set(missing)
        self.tried |= due
        for image in (missing[key] for key in due):
            for reason in make_renditions(image):
                self.stderr.write(f"Picture {image.pk} could not be drawn: {reason}")
