"""granian with what it lacks: one listening socket that outlives its workers, and workers that come back.

granian's own workers each open a socket, so that nobody listens while one is replaced. Here the main
process listens, and hands the socket on: while no worker is there, visitors wait in its queue. There are
three processes: this one, a template that has loaded the site, and the worker that is a copy of it.
"""

import logging
import os
import signal
import socket
import threading
import time
from contextlib import suppress
from functools import wraps
from queue import Empty, SimpleQueue

from granian._granian import SocketHolder
from granian.server.mp import MPServer, WorkerProcess

from .listening import wait_until_left
from .supervisor import tell_supervisor
from .template import LEAVE_SECONDS, READY_EARLY, Template

logger = logging.getLogger(__name__)
# How long a worker may take to load the site, and to finish what it is at when it must go.
START_SECONDS, STOP_SECONDS = 60, 60
# How long newcomers are let into the queue while a worker is slow to notice that it must end.
LEFT_SECONDS = 10
# A worker that lived for less is followed by the next one after a pause.
SHORT_LIFE_SECONDS = 5


class FailedError(Exception):
    """The site could not be loaded; the whole must end, with a status that a supervisor understands."""


class Wakeup:
    """What the main process waits for; a signal's handler may set it.

    Not so a threading.Event: a handler waits for ever if its signal came while the event's own lock was held.
    """

    def __init__(self):
        self._queue: SimpleQueue[None] = SimpleQueue()  # documented as reentrant

    def set(self) -> None:
        """Let ``wait`` return, now or when it is next called."""
        self._queue.put(None)

    def wait(self) -> None:
        """Wait until it is set."""
        self._queue.get()

    def clear(self) -> None:
        """Forget how often it was set."""
        with suppress(Empty):
            while True:
                self._queue.get_nowait()


def _loaded_first(spawn_target):
    """Return granian's function for a new process, but with its loop made after the site was loaded.

    Loading returns in each copy of the template. A loop from before would be one for all of them: they
    would share its poll and its pipe for signals, also with those that have ended.
    """

    @wraps(spawn_target)
    def spawned(worker_id, process_name, load, *args, **kwargs):
        application = load()
        return spawn_target(worker_id, process_name, lambda: application, *args, **kwargs)

    return spawned


class Server(MPServer):
    """One worker at a time: its template replaces it when it dies, and this process both on a reload.

    Signals: HUP loads the site anew; if that fails, the old worker goes on. TERM and INT finish the
    requests and downloads in flight, for at most a minute.
    """

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.main_loop_interrupt = Wakeup()  # type: ignore[assignment]
        self._templates: dict[WorkerProcess, Template] = {}
        self._needs_template = False

    def _init_shared_socket(self):
        listener = socket.create_server((self.bind_addr, self.bind_port), backlog=self.backlog)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._sso = self._listener = listener
        # granian's own description of its types does not know that a socket can be handed to it.
        self._shd = SocketHolder(listener.fileno(), False, self.backlog)  # type: ignore[call-arg,assignment]
        self._ssp = None

    def _drop_shared_socket(self):
        """Stop listening in all processes, so that nobody waits in a queue that no one serves.

        Not while a worker still takes connections: granian would ask the shut socket for them for ever, so
        busily that it never sees that it was told to end.
        """
        for worker in self._templates:
            worker.terminate()
        processes = [worker.inner.pid for worker in self._templates]
        if wait_until_left(self._listener, processes, LEFT_SECONDS):
            self._listener.shutdown(socket.SHUT_RD)
        self._listener.close()

    def _spawn_workers(self, spawn_target, target_loader):
        self.wrks.append(self._started(spawn_target, target_loader, early=True))
        tell_supervisor("READY=1")

    def _started(self, spawn_target, target_loader, *, early: bool = False):
        """Return the process of a template whose worker answers requests.

        An ``early`` one may be a worker without a template, which answered from the disk meanwhile: it
        is then replaced as soon as a template is there.

        Raises:
            FailedError: if it ends or takes too long before that.
        """
        template = Template()
        loader = template.early_loader(target_loader) if early else template.loader(target_loader)
        process = self._spawn_worker(0, _loaded_first(spawn_target), loader)
        process.start()
        template.close_other_ends()
        self._templates[process] = template
        if word := template.wait_until_ready(START_SECONDS, lambda: self.interrupt_signal):
            self._needs_template = word == READY_EARLY
            if self._needs_template:
                self.main_loop_interrupt.set()
            return process
        process.kill()
        self._release(process)
        raise FailedError

    def _release(self, process: WorkerProcess) -> None:
        self._templates.pop(process).release()

    def _serve_loop(self, spawn_target, target_loader):
        while True:
            self.main_loop_interrupt.wait()
            self.main_loop_interrupt.clear()
            if self.interrupt_signal:
                tell_supervisor("STOPPING=1")
                return
            if self.reload_signal:
                self.reload_signal = False
                self._reload(spawn_target, target_loader)
            if self._needs_template:
                self._needs_template = False
                self._renew(spawn_target, target_loader)
            if not self.wrks[0].is_alive():
                self._replace_dead(spawn_target, target_loader)

    def _replace_dead(self, spawn_target, target_loader):
        """Load the site again; a worker whose template was killed goes on until that is done."""
        dead = self.wrks[0]
        if time.monotonic() - dead.birth < SHORT_LIFE_SECONDS:
            time.sleep(1)
        self.interrupt_children.clear()
        self.wrks[0] = self._started(spawn_target, target_loader, early=True)
        self._release(dead)

    def _reload(self, spawn_target, target_loader):
        """Start a worker that loads the site anew, and let the old one end what it is at."""
        tell_supervisor(f"RELOADING=1\nMONOTONIC_USEC={time.monotonic_ns() // 1000}")
        self._call_hooks(self.hooks_reload)
        self._renew(spawn_target, target_loader)
        tell_supervisor("READY=1")

    def _renew(self, spawn_target, target_loader):
        """Let a worker of a new template take over, if the site can be loaded."""
        try:
            fresh = self._started(spawn_target, target_loader)
        except FailedError:
            if self.interrupt_signal:
                return
            logger.error("The site could not be loaded anew. The worker from before goes on.")
        else:
            old, self.wrks[0] = self.wrks[0], fresh
            threading.Thread(target=self._end, args=(old,)).start()
        self.interrupt_children.clear()

    def _end(self, worker: WorkerProcess) -> None:
        """Let the worker finish what it is at, for a minute.

        First it takes leave of the clients that keep their connections, since one who asks in the very
        moment in which a connection is closed gets no answer.
        """
        with suppress(ProcessLookupError):
            os.kill(worker.inner.pid, signal.SIGUSR1)
        time.sleep(LEAVE_SECONDS)
        worker.terminate()
        worker.join(STOP_SECONDS)
        time.sleep(0.1)  # granian's own thread waits for it too, and may be the one that is told
        if worker.is_alive():
            logger.warning("A worker was ended although it had not finished.")
            worker.kill()
        self._release(worker)
