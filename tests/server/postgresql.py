"""Runs a PostgreSQL of its own, which can be frozen, and the site on it."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.browser.site_process import PROJECT


@dataclass
class PostgreSQL:
    """A server at ``url``, of which ``pid`` is the first process."""

    url: str
    pid: int

    def _signal(self, number: int) -> None:
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        for pid in (self.pid, *map(int, children)):
            os.kill(pid, number)

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Stop every process of the server, which then answers nobody, and let them go on at the end."""
        self._signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._signal(signal.SIGCONT)

    @contextmanager
    def locked(self, table: str) -> Iterator[None]:
        """Hold a lock on the table that lets nobody read it."""
        with psycopg.connect(self.url) as connection:
            connection.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
            yield
            connection.rollback()

    @contextmanager
    def deaf(self) -> Iterator[None]:
        """End every connection and take no new one, as a server that is restarted."""
        with psycopg.connect(self.url, dbname="postgres", autocommit=True) as connection:
            connection.execute("ALTER DATABASE portal WITH ALLOW_CONNECTIONS false")
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname='portal'"
            )
            try:
                yield
            finally:
                connection.execute("ALTER DATABASE portal WITH ALLOW_CONNECTIONS true")


@contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """Yield a server that ends with the block."""
    holder = subprocess.Popen(
        ["bin/with-postgresql", "sh", "-c", 'echo "$DATABASE_URL"; cat'],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        url = holder.stdout.readline().strip()
        with psycopg.connect(url) as connection:
            [folder] = connection.execute("SHOW data_directory").fetchone()
        yield PostgreSQL(url, int(Path(folder, "postmaster.pid").read_text().split()[0]))
    finally:
        holder.stdin.close()
        holder.wait(timeout=30)
