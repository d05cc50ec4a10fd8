"""Keeps a mirror as the site is, beside the schedule."""

import time
from collections.abc import Callable
from pathlib import Path

from .export import ExportError, export, is_due

# How often it looks whether something changed, and how long it waits after a failure.
LOOK_SECONDS, AFTER_FAILURE_SECONDS = 2, 30


class MirrorKeeper:
    """Exports into the folder whenever something changed; ``complain`` is told why it failed."""

    def __init__(self, folder: Path, complain: Callable[[str], object]):
        self.folder, self.complain = folder, complain
        self._not_before = 0.0

    def look(self) -> None:
        """Export if that is due; this takes some seconds then."""
        if time.monotonic() < self._not_before or not is_due(self.folder):
            return
        try:
            export(self.folder, lambda words: None)
        except ExportError as error:
            self._not_before = time.monotonic() + AFTER_FAILURE_SECONDS
            self.complain(str(error))
