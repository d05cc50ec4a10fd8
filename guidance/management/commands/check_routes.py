"""Lists the help routes that somebody has to check."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError

from guidance.check_list import routes_to_check
from guidance.models.route_check import CheckState


class Command(BaseCommand):
    """List what is due and overdue. Fails when a route is overdue, so that a scheduler can tell somebody."""

    help = "Lists help routes whose check is due or overdue. Exits with 1 when any is overdue."

    def add_arguments(self, parser):
        parser.add_argument(
            "--on", type=date.fromisoformat, help="the day to ask about (2026-11-22), else today"
        )

    def handle(self, *, on=None, **options):
        waiting = routes_to_check(on)
        for route in waiting:
            self.stdout.write(self._line(route, on))
        overdue = [route for route in waiting if route.check_state(on) is CheckState.OVERDUE]
        if overdue:
            raise CommandError(f"{len(overdue)} overdue: visitors no longer see their contacts. Check them.")
        self.stdout.write(f"{len(waiting)} due, none overdue." if waiting else "Every help route is in date.")

    @staticmethod
    def _line(route, on) -> str:
        state = route.check_state(on).upper()
        checked = f"checked on {route.checked_on}" if route.checked_on else "not checked yet"
        return f"{state:<8}{route.name}: {checked}, due {route.due_on}, withdrawn from {route.overdue_on}"
