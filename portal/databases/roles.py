"""For whom a thread asks the database, and so how long it may wait for an answer.

A visitor must see the page with 999 within three seconds, whatever the database does; an editor's
large change may take a minute; a command takes as long as it takes.
"""

import threading
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """Limits in seconds; 0 is no limit.

    The database itself ends a ``statement``, a wait for a ``lock`` and a transaction that is left
    ``idle``. Where it is frozen and does not even do that, this process gives up after ``wait``, and
    when ``request`` seconds have passed since the request arrived.
    """

    name: str
    statement: float = 0
    lock: float = 0
    idle: float = 0
    wait: float = 0
    request: float = 0


COMMAND = Role("command")
VISITOR = Role("visitor", statement=10, lock=1, idle=30, wait=11, request=2.2)
STAFF = Role("staff", statement=60, lock=20, idle=600, wait=65)

# A database that answers quickly is not given up even when the request is late: the machine may be slow.
LEAST, LEAST_WHEN_LATE, LATE = 0.4, 0.1, 0.3


class _Here(threading.local):
    """What this thread is at."""

    role = COMMAND
    ends: float | None = None  # when the request must be answered (monotonic)
    gave_up = False


_here = _Here()


def take(role: Role) -> None:
    """Let this thread work for the role from now on."""
    _here.role = role


def role() -> Role:
    """Return for whom this thread works."""
    return _here.role


def begin(arrived: float) -> None:
    """Begin a request that arrived at the moment (monotonic)."""
    _here.ends = arrived + _here.role.request if _here.role.request else None
    _here.gave_up = False


def take_time() -> None:
    """Let what is sent bit by bit take as long as it needs, as long as each bit comes."""
    _here.ends = None


def give_up() -> None:
    """Let no later question of this request wait again: the page for the fault asks some too."""
    _here.gave_up = True


def seconds_left() -> float | None:
    """Return how long this thread may wait for the database now; None if for ever."""
    if not _here.role.wait:
        return None
    if _here.gave_up:
        return 0
    if _here.ends is None:
        return _here.role.wait
    left = _here.ends - time.monotonic()
    return max(left, LEAST if left > -LATE else LEAST_WHEN_LATE)
