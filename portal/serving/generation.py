"""Which state of the site is now: a number that every process sees, and that grows with each change.

Two numbers lie in a small file that all processes of the machine map into memory, so that asking costs
nothing. The first grows with every change that a visitor could see. The second grows with it only when
something was taken down: what was written before must then never be shown again, not even where the
database is away. The others are for a site on several machines: see portal/databases/machines.py.
"""

import fcntl
import hashlib
import mmap
import os
import secrets
import socket
import sys
import time
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_GENERATION, _TAKEDOWNS, _CHANGES_ELSEWHERE, _TAKEDOWNS_ELSEWHERE, _HEARD_AT, _MACHINE = range(6)
_SIZE = 8 * 6
# How long after it last heard of the other machines a server may begin with what lies on its disk.
IN_STEP_SECONDS = 8


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
        """The numbers in the file, which is made when they are first needed."""
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
                    os.pwrite(file.fileno(), secrets.randbits(63).to_bytes(8, sys.byteorder), 8 * _MACHINE)
                yield file
            finally:
                # Closing would not: what is mapped keeps the file open.
                fcntl.flock(file, fcntl.LOCK_UN)

    def now(self) -> State:
        """Return the state of the site now."""
        numbers = self._numbers
        return State(numbers[_GENERATION], numbers[_TAKEDOWNS])

    def changed(self, *, takedown: bool = False) -> None:
        """Say that something changed; what was written before is old from now on."""
        numbers = self._numbers
        with self._locked():
            self._raise(numbers, takedown)

    @staticmethod
    def _raise(numbers: memoryview, takedown: bool) -> None:
        # Takedowns first: who reads between the two never misses one.
        numbers[_TAKEDOWNS] += takedown
        numbers[_GENERATION] += 1

    @property
    def machine(self) -> int:
        """A number by which this machine is known to others; a copy of its disk elsewhere has another."""
        own = f"{self._numbers[_MACHINE]} {uuid.getnode()} {socket.gethostname()}"
        return int.from_bytes(hashlib.sha256(own.encode()).digest()[:8]) >> 1

    def heard(self, changes: int, takedowns: int) -> None:
        """Say how many changes and takedowns all other machines have made until now."""
        numbers = self._numbers
        with self._locked():
            is_first = not numbers[_HEARD_AT]
            known = numbers[_CHANGES_ELSEWHERE], numbers[_TAKEDOWNS_ELSEWHERE]
            if known != (changes, takedowns) or is_first:
                self._raise(numbers, is_first or known[1] != takedowns)
            numbers[_CHANGES_ELSEWHERE], numbers[_TAKEDOWNS_ELSEWHERE] = changes, takedowns
            numbers[_HEARD_AT] = int(time.time())

    def is_in_step(self) -> bool:
        """Whether what other machines took down is known here: always so where there are none."""
        heard_at = self._numbers[_HEARD_AT]
        return not heard_at or time.time() - heard_at < IN_STEP_SECONDS
