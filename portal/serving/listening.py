"""Who still takes connections from the listening socket, as Linux tells it."""

import os
import socket
import time
from collections.abc import Iterable
from pathlib import Path

PROCESSES = Path("/proc")
LOOK_SECONDS = 0.05


def _below(process: int) -> list[int]:
    """Return the children of all threads of the process."""
    found = PROCESSES.glob(f"{process}/task/*/children")
    return [int(child) for children in found for child in children.read_text(encoding="utf-8").split()]


def _has_open(process: int, inode: int) -> bool:
    """Whether the process has the socket open; granian closes its copy when it takes no more from it."""
    links = (PROCESSES / str(process) / "fd").iterdir()
    return any(os.stat(link).st_ino == inode for link in links if link.exists())


def _takes(process: int, inode: int) -> bool:
    try:
        return any(_has_open(one, inode) for one in _below(process) or [process])
    except OSError:  # it has just ended
        return False


def wait_until_left(listener: socket.socket, processes: Iterable[int], seconds: float) -> bool:
    """Wait until the processes, or the workers below them, take no more connections; false if some do."""
    if not PROCESSES.is_dir():
        time.sleep(1)
        return True
    inode, deadline = os.fstat(listener.fileno()).st_ino, time.monotonic() + seconds
    while taking := [one for one in processes if _takes(one, inode)]:
        if time.monotonic() >= deadline:
            return False
        processes = taking
        time.sleep(LOOK_SECONDS)
    return True
