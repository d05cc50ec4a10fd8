"""What both databases are told, so that pages are quick and a writer stops no reader.

How long a thread waits for them stands in ``portal/databases/roles.py``.
"""

SQLITE_OPTIONS = {
    # A transaction takes the write lock when it begins, so it waits instead of failing half-way.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;"
        "PRAGMA synchronous=NORMAL;"
        "PRAGMA temp_store=MEMORY;"
        "PRAGMA mmap_size=134217728;"
        "PRAGMA journal_size_limit=67108864;"
        "PRAGMA cache_size=-16000;"
    ),
}
POSTGRESQL_OPTIONS = {
    # Compiling a wide query takes seconds; running it, a millisecond.
    "options": "-c jit=off",
    "connect_timeout": 10,
    # A server whose machine has gone is noticed within half a minute, by commands too.
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}
BACKENDS = {
    "django.db.backends.sqlite3": ("portal.databases.sqlite3", SQLITE_OPTIONS),
    "django.db.backends.postgresql": ("portal.databases.postgresql", POSTGRESQL_OPTIONS),
}


# Each thread of the server keeps its connection for a while. SQLite, when its last connection closes,
# writes its log into the file and waits for the disk.
KEPT = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def tuned(config: dict) -> dict:
    """Return a database's configuration with the backend and options of its kind added to its own."""
    engine, options = BACKENDS.get(config["ENGINE"], (config["ENGINE"], {}))
    return {**KEPT, **config, "ENGINE": engine, "OPTIONS": {**options, **config.get("OPTIONS", {})}}
