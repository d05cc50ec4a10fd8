"""The threads that work on requests, in two crews: what editors do keeps no visitor waiting."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

from portal.databases import roles

# Who waits longer for a free thread is told that the site is busy, with the page that has 999 on it.
PATIENCE_SECONDS = 1.8


class BusyError(Exception):
    """No thread was free in time."""


class Crew:
    """So many threads, which ask the database as the role says."""

    def __init__(self, threads: int, role: roles.Role):
        self.threads = ThreadPoolExecutor(
            threads, thread_name_prefix=role.name, initializer=roles.take, initargs=(role,)
        )

    async def do(self, work, *arguments):
        """Return what the work returns, done in a thread.

        Raises:
            BusyError: if all threads are at something else for too long.
        """
        job = self.threads.submit(_begin, time.monotonic(), work, *arguments)
        done = asyncio.wrap_future(job)
        await asyncio.wait({done}, timeout=PATIENCE_SECONDS)
        if not done.done() and job.cancel():
            raise BusyError
        return await done

    def end(self) -> None:
        """Let the threads finish what they are at."""
        self.threads.shutdown(wait=True, cancel_futures=True)


def _begin(arrived: float, work, *arguments):
    """Do the work of a request that arrived at the moment."""
    roles.begin(arrived)
    return work(*arguments)
