"""Keeps the command that publishes and withdraws what editors scheduled, beside the server."""

import logging
import os
import subprocess
import sys
import threading

logger = logging.getLogger(__name__)
COMMAND = (sys.executable, "manage.py", "keep_schedule", "--while-stdin-is-open")
PAUSE_SECONDS = 3
# A process that is forked while the command is being started would hold the pipe by which Python learns
# that it has started: the thread would wait for ever, and never see the command end. So none is forked then.
_starting = threading.Lock()
os.register_at_fork(
    before=_starting.acquire, after_in_parent=_starting.release, after_in_child=_starting.release
)


class Schedule:
    """The process of the command: started again whenever it ends, until it is stopped.

    It ends by itself when this process does, however that ends: its standard input closes.
    """

    def __init__(self, command=COMMAND):
        self.command = command
        self.process: subprocess.Popen | None = None
        self.is_stopped, self.thread = threading.Event(), threading.Thread(target=self._keep)

    def start(self) -> None:
        """Start the command, and a thread that watches it."""
        self.thread.start()

    def _keep(self) -> None:
        while not self.is_stopped.is_set():
            # In a group of its own, since Ctrl-C is meant for the server, which ends it.
            with _starting:
                process = subprocess.Popen(self.command, stdin=subprocess.PIPE, process_group=0)  # noqa: S603
            self.process = process
            with process:  # which closes its input at the end
                status = process.wait()
            if not self.is_stopped.is_set():
                logger.warning("The schedule ended with status %s and is started again.", status)
                self.is_stopped.wait(PAUSE_SECONDS)

    def reload(self) -> None:
        """Let the command run the newest code."""
        if self.process:
            self.process.terminate()

    def stop(self) -> None:
        """End the command."""
        self.is_stopped.set()
        self.reload()
        self.thread.join(timeout=10)
