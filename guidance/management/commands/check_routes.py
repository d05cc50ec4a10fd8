"""Lists the help routes that somebody has to check."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError

from guidance.check_list import routes_to_check
from guidance.models.route_check import CheckState
from guidance.register.completeness import FIRST, before_going_live


class Command(BaseCommand):
    """List what is due and overdue. Fails when a route is overdue, so that a scheduler can tell somebody."""

    help = (
        "Lists help routes whose check is due or overdue. Exits with 1 when any is overdue. With --complete: "
        "lists what 999, 101 and Childline still lack before going live. Exits with 1 if they lack anything."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--on", type=date.fromisoformat, help="the day to ask about (2026-11-22), else today"
        )

        parser.add_argument(
            "--complete", action="store_true", help="say what 999, 101 and Childline lack before going live"
        )

    def handle(self, *, on=None, complete=False, **options):
        if complete:
            self._complete()
            return
        waiting = routes_to_check(on)
        for route in waiting:
            self.stdout.write(self._line(route, on))
        overdue = [route for route in waiting if route.check_state(on) is CheckState.OVERDUE]
        if overdue:
            raise CommandError(f"{len(overdue)} overdue: visitors no longer see their contacts. Check them.")
        self.stdout.write(f"{len(waiting)} due, none overdue." if waiting else "Every help route is in date.")

    def _complete(self) -> None:
        found = before_going_live()
        there = {one.route.slug for one in found if one.route.is_shown()}
        for slug in FIRST:
            if slug not in there:
                self.stdout.write(f"{slug}: not on the site")
        for one in found:
            self.stdout.write(f"{one.name}: {one.done} of {one.wanted} answers")
            for words in one.lacking():
                self.stdout.write(f"  {words}")
        lacking = sum(len(one.lacking()) for one in found) + len(FIRST) - len(there)
        if lacking:
            raise CommandError(
                f"{lacking} to fill in or confirm before going live. See Reports in the admin."
            )
        self.stdout.write("999, 101 and Childline lack nothing.")

    @staticmethod
    def _line(route, on) -> str:
        state = route.check_state(on).upper()
        checked = f"checked on {route.checked_on}" if route.checked_on else "not checked yet"
        return f"{state:<8}{route.name}: {checked}, due {route.due_on}, withdrawn from {route.overdue_on}"
