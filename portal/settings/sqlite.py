"""SQLite as a server's database: readers never wait for the one writer."""

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


def with_pragmas(databases: dict) -> dict:
    """Return the databases with these options added to every SQLite one."""
    return {
        alias: {**config, "OPTIONS": {**SQLITE_OPTIONS, **config.get("OPTIONS", {})}}
        if config["ENGINE"] == "django.db.backends.sqlite3"
        else config
        for alias, config in databases.items()
    }
