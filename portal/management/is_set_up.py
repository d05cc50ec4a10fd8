"""`python -m portal.management.is_set_up` says by its status whether a site on this machine is set up.

Loading the site to find that out takes longer than all the rest of a second `make run`. So once it is set
up, this module is told so (`--from-now-on`), and leaves a word in the data folder that changes with the
code, with what is asked for and with the database's file. Only of SQLite can that be told from outside;
every other database is looked at anew.
"""

import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
STAMP, DATABASE = "set_up", "db.sqlite3"
_ASKED_FOR = ("BASE_URL", "DEBUG", "PORT")
# As ``set_up`` makes them: somebody who can sign in, and a home page.
_MADE = ("SELECT 1 FROM auth_user LIMIT 1", "SELECT 1 FROM portal_homepage LIMIT 1")


def _files() -> Iterator[Path]:
    """Yield what is in the folders that hold the code, the static files and the content."""
    yield PROJECT / "requirements.txt"
    apps = (path.parent for path in PROJECT.glob("*/apps.py"))
    for folder in (*apps, PROJECT / "content"):
        yield from (path for path in folder.rglob("*") if "__pycache__" not in path.parts)


def word_for(data_dir: Path, environment: Mapping[str, str]) -> str:
    """Return what stands in the data folder's stamp as long as nothing needs setting up."""
    if environment.get("DATABASE_URL"):
        return ""
    found = hashlib.sha256(f"{sys.prefix} {sys.version}".encode())
    for name in _ASKED_FOR:
        found.update(f"\n{name}={environment.get(name, '')}".encode())
    for path in sorted(_files()):
        state = path.stat()
        found.update(f"\n{path} {state.st_size} {state.st_mtime_ns}".encode())
    database = data_dir / DATABASE
    return f"{found.hexdigest()} {database.stat().st_ino if database.exists() else 'none'}"


def is_set_up(data_dir: Path, environment: Mapping[str, str]) -> bool:
    """Whether ``set_up`` would find nothing to do."""
    stamp, word = data_dir / STAMP, word_for(data_dir, environment)
    is_collected = (data_dir / "static" / ".collected").exists()
    if not (word and is_collected and stamp.exists() and stamp.read_text(encoding="utf-8") == word):
        return False
    try:
        with closing(sqlite3.connect(f"{(data_dir / DATABASE).as_uri()}?mode=ro", uri=True)) as database:
            return all(database.execute(query).fetchone() for query in _MADE)
    except sqlite3.Error:
        return False


def main(arguments: list[str], environment: Mapping[str, str]) -> int:
    """Return the status: 0 if it is set up. With ``--from-now-on`` it is, until something changes."""
    data_dir = Path(environment.get("DATA_DIR") or PROJECT / "var").resolve()
    if "--from-now-on" in arguments:
        (data_dir / STAMP).write_text(word_for(data_dir, environment), encoding="utf-8")
    return 0 if is_set_up(data_dir, environment) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
