"""The threads that work on requests, in two crews: what editors do keeps no visitor waiting."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

from portal.databases import roles

# Where the database is in trouble, who has waited so long for a free thread is told that the site is
# busy, on the page that has 999 on it; trouble is remembered for a while.
PATIENCE_SECONDS, TROUBLE_SECONDS, LOOK_SECONDS = 1.8, 10.0, 0.2


class BusyError(Exception):
    """No thread was free in time."""


class Crew:
    """So many threads, which ask the database as the role says.

    A crew that is merely slow is waited for; one that has ended nothing for ``stuck`` seconds is not.
    """

    def __init__(self, threads: int, role: roles.Role, stuck: float = 2.5):
        self.threads = ThreadPoolExecutor(
            threads, thread_name_prefix=role.name, initializer=roles.take, initargs=(role,)
        )
        self.stuck, self.ended, self.trouble = stuck, 0.0, -TROUBLE_SECONDS

    async def do(self, work, *arguments):
        """Return what the work returns, done in a thread.

        Raises:
            BusyError: if all threads are at something else for too long.
        """
        arrived = time.monotonic()
        job = self.threads.submit(self._work, arrived, work, *arguments)
        done = asyncio.wrap_future(job)
        try:
            await asyncio.wait({done}, timeout=PATIENCE_SECONDS)
            while not job.running() and not done.done():
                if self._is_hopeless(arrived) and job.cancel():
                    raise BusyError
                await asyncio.wait({done}, timeout=LOOK_SECONDS)
            return await done
        finally:
            # A fault holds this frame, which would hold the fault: the request, and with it the client's
            # connection, would be kept until Python looks for such rings.
            del job, done

    def _work(self, arrived: float, work, *arguments):
        try:
            roles.begin(arrived)
            return work(*arguments)
        finally:
            self.ended = time.monotonic()

    def _is_hopeless(self, arrived: float) -> bool:
        """Whether who arrived then, and still waits, should not go on."""
        now = time.monotonic()
        return now - self.trouble < TROUBLE_SECONDS or now - max(self.ended, arrived) > self.stuck

    def note_trouble(self) -> None:
        """Remember that the database did not answer."""
        self.trouble = time.monotonic()

    def end(self) -> None:
        """Let the threads finish what they are at."""
        self.threads.shutdown(wait=True, cancel_futures=True)
