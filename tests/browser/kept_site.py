"""Keeps what `manage.py set_up` makes of an empty folder, since that takes half a minute.

Kept are two parts, each made again when what it is made from changes: the database with pictures and
documents, and the collected static files.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests import kept

CACHE = kept.CACHE / "test-site"
KEPT_COPIES = 6
STATIC, FILES = ("static",), ("media", "documents", "secret_key")
SQLITE, POSTGRESQL = ("db.sqlite3", "db.sqlite3-wal"), ("database.sql",)


def _digests(database: str) -> dict[str, tuple[str, ...]]:
    """Return the names of the kept copies, and what of a site's folder is in each."""
    requirements = kept.PROJECT / "requirements.txt"
    code, here = kept.code(), Path(__file__)
    static = [
        path for app in kept.APPS for path in (kept.PROJECT / app / "static").rglob("*") if path.is_file()
    ]
    settings = [path for path in code if "settings" in path.parts or path.stem == "staticfiles"]
    kind, tables = ("postgresql", POSTGRESQL) if database else ("sqlite", SQLITE)
    return {
        "static-" + kept.digest([*static, *settings, requirements, here]): STATIC,
        f"{kind}-" + kept.digest([*code, *kept.content(), requirements, here]): (*tables, *FILES),
    }


def _run(name: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs."""
    beside = ":".join(str(path) for path in Path("/usr/lib/postgresql").glob("*/bin"))
    program = shutil.which(name, path=f"{beside}:{os.environ['PATH']}") or name
    subprocess.run([program, *arguments], check=True, capture_output=True, timeout=120)


def _copy(source: Path, target: Path, names: tuple[str, ...]) -> None:
    for name in names:
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name)
        elif (source / name).exists():
            shutil.copy2(source / name, target / name)


def set_up_or_copy(data_dir: Path, set_up: Callable[[], None], database: str = "") -> None:
    """Fill the empty folder, and the empty database at the address, as ``set_up`` does."""
    dump = str(data_dir / "database.sql")
    with kept.turn(CACHE):
        parts = {CACHE / name: names for name, names in _digests(database).items()}
        for copy, names in parts.items():
            if copy.exists():
                _copy(copy, data_dir, names)
                copy.touch()
        if database and Path(dump).exists():
            _run("psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", dump, database)
        if all(copy.exists() for copy in parts):
            return
        set_up()
        if database:
            _run("pg_dump", "--no-owner", "-f", dump, database)
        for copy, names in parts.items():
            if not copy.exists():
                unfinished = copy.with_suffix(".new")
                shutil.rmtree(unfinished, ignore_errors=True)
                unfinished.mkdir()
                _copy(data_dir, unfinished, names)
                unfinished.rename(copy)
        kept.forget_old(CACHE.glob("*-*"), KEPT_COPIES)
