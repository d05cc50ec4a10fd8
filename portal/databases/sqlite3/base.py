"""SQLite, which waits for a lock no longer than the thread that asks may."""

from django.db.backends.sqlite3 import base

from portal.databases import roles


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, with the limit of the thread that connects."""

    def get_connection_params(self):
        params, role = super().get_connection_params(), roles.role()
        if role.lock:
            params["timeout"] = role.lock
        return params
