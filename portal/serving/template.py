"""A process that has loaded the site, and of which workers are made in a moment.

Loading takes seconds; a copy of a process that has done so takes none. So when a worker is killed, the
next one answers at once. The template itself answers nothing and runs no threads, as a process that is
copied should.
"""

import gc
import os
import select
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from .early import Early

# How long a worker whose main process has gone may take to finish what it is at.
ALONE_SECONDS = 60
# A worker that lived for less is followed by the next one after a pause.
SHORT_LIFE_SECONDS = 1
# How long a worker takes leave of its clients before it ends.
LEAVE_SECONDS = 3

# What the template hands on to its worker.
PASSED_ON = (signal.SIGTERM, signal.SIGUSR1)

# The word of a worker that answers: a copy of its template, or one without.
READY, READY_EARLY = b"1", b"0"

_held: set[int] = set()  # the main process's ends of all pipes


def _close_held() -> None:
    """Close the main process's ends; templates from before would else never learn of their release."""
    for end in _held:
        os.close(end)
    _held.clear()


class Template:
    """The main process's view of a template, and what template and worker do.

    By one pipe a worker says that it answers. The end of the other tells template and worker that the
    main process needs them no more, or was killed.
    """

    def __init__(self):
        self.ready, self.say_ready = os.pipe()
        self.is_needed, self.hold = os.pipe()
        _held.update({self.ready, self.hold})
        self.worker, self.is_leaving = 0, False

    def loader(self, load: Callable) -> Callable:
        """Return the function that granian calls in the new process to load the application."""
        return partial(self._load, load)

    def early_loader(self, load: Callable) -> Callable:
        """Return the same, but for a worker that answers from the disk meanwhile, and has no template."""
        return partial(self._load_early, load)

    def close_other_ends(self) -> None:
        """Close, in the main process, what only the others use."""
        os.close(self.say_ready)
        os.close(self.is_needed)

    def wait_until_ready(self, seconds: float, is_stopped: Callable[[], bool]) -> bytes:
        """Wait for a worker's word; empty when all end before, or time is up, or all is to stop."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and not is_stopped():
            if select.select([self.ready], [], [], 0.1)[0]:
                return os.read(self.ready, 1)
        return b""

    def release(self) -> None:
        """Let template and worker end as soon as the worker has finished what it is at."""
        for end in (self.ready, self.hold):
            _held.discard(end)
            os.close(end)

    def _load(self, load: Callable):
        """Load the application in this process, and return it in each copy of it."""
        _close_held()
        application = load()
        gc.freeze()  # what is collected never again stays shared between the copies
        for name in (signal.SIGINT, signal.SIGHUP):  # from a terminal; the main process decides
            signal.signal(name, signal.SIG_IGN)
        for name in PASSED_ON:
            signal.signal(name, self._pass_on)
        while True:
            born = time.monotonic()
            if not self._copy():
                return self._at_work(application, READY)
            os.waitpid(self.worker, 0)
            self.worker = 0
            if self.is_leaving or select.select([self.is_needed], [], [], 0)[0]:
                os._exit(0)
            time.sleep(1 if time.monotonic() - born < SHORT_LIFE_SECONDS else 0)

    def _load_early(self, load: Callable):
        """Return what answers from the disk and loads the application beside it, in this process.

        Where nothing is on the disk, or other machines may have taken some of it down since, this process
        is a template like any other.
        """
        from .pages.own import own_store  # the main process loads nothing of the site

        store = own_store()
        if store is None or not store.generation.is_in_step() or not store.bring_back():
            return self._load(load)
        _close_held()
        for name in (signal.SIGINT, signal.SIGHUP, signal.SIGUSR1):
            signal.signal(name, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        return self._at_work(Early(store, load), READY_EARLY)

    def _at_work(self, application, word: bytes):
        threading.Thread(target=self._end_when_alone, daemon=True).start()
        application.when_ready = partial(os.write, self.say_ready, word)
        return application

    def _copy(self) -> int:
        """Fork; return the worker's process id, and 0 in the worker.

        No signal is lost meanwhile: until the worker has its own handlers, one ends it as any process.
        """
        signal.pthread_sigmask(signal.SIG_BLOCK, PASSED_ON)
        if self.is_leaving:
            os._exit(0)
        self.worker = os.fork()
        if not self.worker:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.signal(signal.SIGUSR1, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, PASSED_ON)
        return self.worker

    def _pass_on(self, number: int, frame) -> None:
        self.is_leaving = self.is_leaving or number == signal.SIGTERM
        if self.worker:
            with suppress(ProcessLookupError):  # it has just ended
                os.kill(self.worker, number)

    def _end_when_alone(self) -> None:
        os.read(self.is_needed, 1)
        os.kill(os.getpid(), signal.SIGUSR1)
        time.sleep(LEAVE_SECONDS)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(ALONE_SECONDS)
        os._exit(1)
