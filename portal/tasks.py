"""Where work goes that no request should wait for, on a site that has no worker process."""

import contextlib
import logging
import os
import queue
import sys
import threading

from django.db import connections
from django.tasks.backends.immediate import ImmediateBackend

logger = logging.getLogger(__name__)
_waiting: queue.Queue = queue.Queue()
_starting = threading.Lock()
_threads: dict[int, threading.Thread] = {}


class ThreadBackend(ImmediateBackend):
    """Runs tasks of Django's one after another in a thread of the process that asks for them.

    What waits when the process ends is lost; whoever enqueues here must be able to find it again.
    """

    def _execute_task(self, task_result):
        _waiting.put(lambda: super(ThreadBackend, self)._execute_task(task_result))
        _start()


def wait() -> None:
    """Wait until all that was given to the thread is done: for commands, which end after their work."""
    _waiting.join()


def _start() -> None:
    """Start the thread, once in each process: a fork takes the queue along, but no thread."""
    with _starting:
        if os.getpid() not in _threads:
            thread = threading.Thread(target=_work, name="tasks", daemon=True)
            _threads[os.getpid()] = thread
            thread.start()


def _work() -> None:
    if sys.platform == "linux":
        # There, the priority is the thread's own: visitors come first.
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)
    while True:
        work = _waiting.get()
        try:
            work()
        except Exception:
            logger.exception("A task was left")
        finally:
            connections.close_all()
            _waiting.task_done()
