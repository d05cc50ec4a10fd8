"""Keeps the test database, migrated and filled with the default content, from one run to the next.

Making it takes most of a small run. A copy is made again when anything changes that it is made from: the
first kept step holds the empty tables, the second the default content with its pictures and documents.
"""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from . import kept

CACHE = kept.CACHE / "test-database"
KEPT_COPIES = 6


def _digests() -> tuple[str, str]:
    """Return what the tables and what the content depend on, each as a hash."""
    code = kept.code()
    schema = [path for path in code if "migrations" in path.parts]
    tables = kept.digest([*schema, kept.PROJECT / "requirements.txt"], connection.vendor)
    return tables, kept.digest([*code, *kept.content(), Path(__file__)], tables)


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
        kept.forget_old(CACHE.glob("*.sqlite3"), KEPT_COPIES)
        for folder in CACHE.iterdir():
            if folder.is_dir() and not folder.with_suffix(".sqlite3").exists():
                shutil.rmtree(folder)


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
    with kept.turn(CACHE):
        _fill(copies, *_digests(), fill)
    yield
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = own_name
    if connection.vendor == "postgresql":
        connection.creation._destroy_test_db(test_name, verbosity=0)
