"""Keeps the test database, migrated and filled with the default content, from one run to the next.

Making it takes most of a small run. A copy is made again when anything changes that it is made from: the
first kept step holds the empty tables, the second the default content with its pictures and documents.
"""

import fcntl
import hashlib
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

PROJECT = Path(__file__).resolve().parents[1]
CACHE = PROJECT / ".cache" / "test-database"
APPS = ("portal", "publications", "statistics", "categories", "guidance")
KEPT_COPIES = 6


def _digest(paths: Iterable[Path], *more: str) -> str:
    digest = hashlib.sha256("\n".join((sys.version, connection.vendor, *more)).encode())
    for path in sorted(paths):
        digest.update(f"\n{path.relative_to(PROJECT)}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _digests() -> tuple[str, str]:
    """Return what the tables and what the content depend on, each as a hash."""
    code = [path for app in APPS for path in (PROJECT / app).rglob("*.py")]
    schema = [path for path in code if "migrations" in path.parts]
    tables = _digest([*schema, PROJECT / "requirements.txt"])
    content = [path for path in (PROJECT / "content").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return tables, _digest([*code, *content, Path(__file__)], tables)


class SQLiteCopies:
    """Copies of the database as files; the test database itself stays in memory."""

    def keep(self, name: str) -> None:
        """Write a copy of the test database."""
        unfinished = CACHE / f"{name}.new"
        unfinished.unlink(missing_ok=True)
        target = sqlite3.connect(unfinished)
        connection.connection.backup(target)
        target.close()
        unfinished.rename(CACHE / f"{name}.sqlite3")

    def bring_back(self, name: str) -> bool:
        """Fill the test database from a copy; return whether there is one."""
        path = CACHE / f"{name}.sqlite3"
        connection.ensure_connection()
        if not path.exists():
            return False
        source = sqlite3.connect(path)
        source.backup(connection.connection)
        source.close()
        path.touch()
        return True

    def forget_old(self) -> None:
        """Remove all but the newest copies."""
        kept = sorted(CACHE.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in kept[KEPT_COPIES:]:
            path.unlink()
            shutil.rmtree(CACHE / path.stem, ignore_errors=True)


class PostgreSQLCopies:
    """Copies as template databases of the same server."""

    def _ask(self, statement: str) -> list:
        connection.close()
        with connection._nodb_cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def _copy(self, source: str, target: str) -> None:
        self._ask(f'DROP DATABASE IF EXISTS "{target}"')
        self._ask(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')

    def keep(self, name: str) -> None:
        """Copy the test database on its server."""
        self._copy(connection.settings_dict["NAME"], f"kept_{name}")

    def bring_back(self, name: str) -> bool:
        """Make the test database from a copy; return whether there is one."""
        own = connection.settings_dict["NAME"]
        if self._ask(f"SELECT 1 FROM pg_database WHERE datname = 'kept_{name}'"):
            self._copy(f"kept_{name}", own)
            return True
        self._ask(f'DROP DATABASE IF EXISTS "{own}"')
        self._ask(f'CREATE DATABASE "{own}"')
        return False

    def forget_old(self) -> None:
        """Keep all: the tests' server is new in each run."""


def _folders() -> dict[str, Path]:
    """Return where the tests keep files, by the name of the copy."""
    return {"media": Path(settings.MEDIA_ROOT), "documents": Path(settings.DATA_DIR) / "documents"}


def _fill(copies, tables: str, content: str, fill: Callable[[], None]) -> None:
    files = CACHE / content
    if files.exists() and copies.bring_back(content):
        for name, folder in _folders().items():
            shutil.copytree(files / name, folder, dirs_exist_ok=True)
        return
    if not copies.bring_back(tables):
        call_command("migrate", interactive=False, verbosity=0)
        copies.keep(tables)
    fill()
    shutil.rmtree(files, ignore_errors=True)
    for name, folder in _folders().items():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(folder, files / name)
    copies.keep(content)
    copies.forget_old()


@contextmanager
def filled_database(fill: Callable[[], None]):
    """Point Django at a test database that ``fill`` has filled, now or in an earlier run.

    Workers of pytest-xdist take turns, so that one fills it and the others copy.
    """
    own_name = connection.settings_dict["NAME"]
    test_name = connection.creation._get_test_db_name()
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = test_name
    copies = {"sqlite": SQLiteCopies, "postgresql": PostgreSQLCopies}[connection.vendor]()
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _fill(copies, *_digests(), fill)
    yield
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = own_name
    if connection.vendor == "postgresql":
        connection.creation._destroy_test_db(test_name, verbosity=0)
