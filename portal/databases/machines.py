"""Lets the machines that share a database know of each other's changes.

What is kept on one machine must end when somebody publishes on another. The database itself is where they
meet: whoever cannot reach it can change nothing either. Each machine counts its own changes in a row of its
own, so that none waits for another, and adds up those of the others once a second.
"""

import logging
from collections.abc import Callable

from django.db import DatabaseError, IntegrityError, connection, models
from django.db.models import F, Sum

logger = logging.getLogger(__name__)


class MachineChanges(models.Model):
    """How often one machine changed what visitors see, and how often it took something down."""

    unseen_by_visitors = True

    machine = models.PositiveBigIntegerField(unique=True, editable=False)
    changes = models.PositiveBigIntegerField(default=0, editable=False)
    takedowns = models.PositiveBigIntegerField(default=0, editable=False)

    def __str__(self):
        return f"{self.machine:x}"


def are_possible() -> bool:
    """Whether more than one machine can share the database: SQLite's is a file of this one."""
    return connection.vendor != "sqlite"


class Machines:
    """Tells of this machine's changes, and hears of others'. ``generation`` is this machine's."""

    def __init__(self, generation):
        self.generation = generation

    def changed(self, *, takedown: bool = False) -> None:
        """Say, after a commit, that something changed: here first, and then to the others."""
        self.generation.changed(takedown=takedown)
        if not are_possible():
            return
        try:
            self._count(int(takedown))
        except DatabaseError as error:
            # What was saved is saved. Other machines notice when their pages are next made anew.
            logger.warning("Other machines could not be told of a change: %s", type(error).__name__)

    def _count(self, takedowns: int) -> None:
        own = MachineChanges.objects.filter(machine=self.generation.machine)
        more = {"changes": F("changes") + 1, "takedowns": F("takedowns") + takedowns}
        if own.update(**more):
            return
        try:
            MachineChanges.objects.create(machine=self.generation.machine, changes=1, takedowns=takedowns)
        except IntegrityError:  # another process of this machine was quicker
            own.update(**more)

    def listen(self) -> None:
        """Hear what the others changed.

        Raises:
            DatabaseError: if it cannot be asked now.
        """
        others = MachineChanges.objects.exclude(machine=self.generation.machine)
        found = others.aggregate(changes=Sum("changes"), takedowns=Sum("takedowns"))
        self.generation.heard(int(found["changes"] or 0), int(found["takedowns"] or 0))


def listener(generation) -> Callable[[], None] | None:
    """Return what must be called again and again to hear of other machines; None where there are none."""
    return Machines(generation).listen if are_possible() else None
