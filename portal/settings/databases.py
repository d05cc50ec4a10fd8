"""What both databases are told, so that pages are quick and a writer stops no reader."""

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
    # Compiling the one wide query that finds a page takes seconds; running it, a millisecond.
    "options": "-c jit=off",
}
OPTIONS = {
    "django.db.backends.sqlite3": SQLITE_OPTIONS,
    "django.db.backends.postgresql": POSTGRESQL_OPTIONS,
}


# Each thread of the server keeps its connection for a while. SQLite, when its last connection closes,
# writes its log into the file and waits for the disk, which would follow every download that is counted.
KEPT = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def tuned(config: dict) -> dict:
    """Return a database's configuration with the options of its kind added to its own."""
    options = {**OPTIONS.get(config["ENGINE"], {}), **config.get("OPTIONS", {})}
    return {**KEPT, **config, "OPTIONS": options}
