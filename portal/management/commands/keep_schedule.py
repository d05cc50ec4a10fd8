"""Publishes and withdraws what editors scheduled, for as long as it runs."""

import time

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections


class Command(BaseCommand):
    """Run Wagtail's publish_scheduled again and again; `make run` keeps one going."""

    help = "Publishes and withdraws scheduled pages every half minute, until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=float, default=30, help="seconds between two runs")
        parser.add_argument("--times", type=int, default=0, help="stop after so many runs (0: never)")

    def handle(self, *, every, times, **options):
        done = 0
        while True:
            try:
                call_command("publish_scheduled", verbosity=0)
            except DatabaseError as error:
                # A database that is away for a moment must not end the schedule.
                self.stderr.write(f"The schedule will try again: {error}")
            done += 1
            if done == times:
                return
            close_old_connections()
            time.sleep(every)
