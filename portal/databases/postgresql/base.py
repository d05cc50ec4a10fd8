"""PostgreSQL, asked by connections that give up when the server does not answer."""

import time
from types import SimpleNamespace

import psycopg
from django.db.backends.postgresql import base
from psycopg.errors import ConnectionTimeout, OperationalError, _WaitTimeout

from portal.databases import roles

INTERVAL = 0.1


def _until(limit: float, connecting):
    """Pass on what a generator that connects asks for, until time is up."""
    deadline = time.monotonic() + limit
    asked = next(connecting)
    while True:
        ready = yield asked
        if time.monotonic() >= deadline:
            roles.give_up()
            connecting.close()
            raise ConnectionTimeout("The database could not be reached in time.")
        try:
            asked = connecting.send(ready)
        except StopIteration as end:
            return end.value


class BoundedConnection(psycopg.Connection):
    """A connection whose waits end: a server that is frozen obeys no timeout of its own.

    Every question, fetch and commit of psycopg passes ``wait``.
    """

    @classmethod
    def _connect_gen(cls, conninfo: str = ""):
        limit, connecting = roles.seconds_left(), super()._connect_gen(conninfo)
        return connecting if limit is None else _until(limit, connecting)

    def wait(self, gen, interval: float = INTERVAL, timeout: float | None = None):
        limit = roles.seconds_left()
        if limit is None or timeout is not None:
            return super().wait(gen, interval, timeout)
        try:
            if limit:
                return super().wait(gen, interval, limit)
        except _WaitTimeout:
            roles.give_up()
        # In the middle of a question no other can be asked; and "terminate" would wait again.
        gen.close()
        self.pgconn.finish()
        raise OperationalError("The database did not answer in time.")


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, with the limits of the thread that connects."""

    Database = SimpleNamespace(**{**vars(psycopg), "connect": BoundedConnection.connect})

    def get_connection_params(self):
        params, role = super().get_connection_params(), roles.role()
        limits = {
            "statement_timeout": role.statement,
            "lock_timeout": role.lock,
            "idle_in_transaction_session_timeout": role.idle,
        }
        told = [f"-c {name}={int(seconds * 1000)}" for name, seconds in limits.items() if seconds]
        params["options"] = " ".join([params.get("options", ""), *told]).strip()
        return params
