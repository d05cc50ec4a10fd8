"""The processes of a running server, and waiting for them to change."""

import time
from pathlib import Path


def children(pid: int) -> list[int]:
    """Return the children of all threads of the process."""
    threads = Path(f"/proc/{pid}/task").glob("*/children")
    return sorted(int(child) for thread in threads for child in thread.read_text().split())


def commands(pid: int, word: str) -> list[int]:
    """Return the children of the process in whose command line the word stands."""
    return [child for child in children(pid) if word in Path(f"/proc/{child}/cmdline").read_text()]


def eventually(condition, seconds: float = 30):
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, "It did not happen in time."
        time.sleep(0.1)
    return found


def settled(server) -> tuple[int, int]:
    """Return template and worker of a server, once nothing else is left of its start."""

    def found():
        templates = children(server.pid)
        workers = [worker for template in templates for worker in children(template)]
        return (templates[0], workers[0]) if len(templates) == len(workers) == 1 else None

    return eventually(found, 60)
