"""Which state of the site is now: a number that every process sees, and that grows with each change.

Two numbers lie in a small file that all processes of the machine map into memory, so that asking costs
nothing. The first grows with every change that a visitor could see. The second grows with it only when
something was taken down: what was written before must then never be shown again, not even where the
database is away.
"""

import fcntl
import mmap
import os
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_SIZE = 16


class State(NamedTuple):
    """The state of the site at one moment."""

    generation: int
    takedowns: int


class Generation:
    """The numbers in the file at ``path``, which is made if there is none."""

    def __init__(self, path: Path):
        self.path = path
        self._view: memoryview | None = None

    @property
    def _numbers(self) -> memoryview:
        """The two numbers in the file, which is made when they are first needed."""
        if self._view is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self._locked() as file:
                self._view = memoryview(mmap.mmap(file.fileno(), _SIZE)).cast("Q")
        return self._view

    @contextmanager
    def _locked(self):
        """Open the file for one process at a time."""
        with os.fdopen(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            try:
                if os.fstat(file.fileno()).st_size < _SIZE:
                    os.ftruncate(file.fileno(), _SIZE)
                yield file
            finally:
                # Closing would not: what is mapped keeps the file open.
                fcntl.flock(file, fcntl.LOCK_UN)

    def now(self) -> State:
        """Return the state of the site now."""
        numbers = self._numbers
        return State(numbers[0], numbers[1])

    def changed(self, *, takedown: bool = False) -> None:
        """Say that something changed; what was written before is old from now on."""
        numbers = self._numbers
        with self._locked():
            # Takedowns first: who reads between the two never misses one.
            numbers[1] += takedown
            numbers[0] += 1
