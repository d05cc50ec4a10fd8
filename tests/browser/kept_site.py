"""Keeps what `manage.py set_up` makes of an empty folder, since that takes half a minute.

Kept are two parts, each made again when what it is made from changes: the database with pictures and
documents, and the collected static files.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests import kept

CACHE = kept.CACHE / "test-site"
KEPT_COPIES = 4
STATIC, DATA = ("static",), ("db.sqlite3", "db.sqlite3-wal", "media", "documents", "secret_key")


def _digests() -> dict[str, tuple[str, ...]]:
    """Return the names of the kept copies, and what of a site's folder is in each."""
    requirements = kept.PROJECT / "requirements.txt"
    code, here = kept.code(), Path(__file__)
    static = [
        path for app in kept.APPS for path in (kept.PROJECT / app / "static").rglob("*") if path.is_file()
    ]
    settings = [path for path in code if "settings" in path.parts or path.stem == "staticfiles"]
    return {
        "static-" + kept.digest([*static, *settings, requirements, here]): STATIC,
        "data-" + kept.digest([*code, *kept.content(), requirements, here]): DATA,
    }


def _copy(source: Path, target: Path, names: tuple[str, ...]) -> None:
    for name in names:
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name)
        elif (source / name).exists():
            shutil.copy2(source / name, target / name)


def set_up_or_copy(data_dir: Path, set_up: Callable[[], None], *, with_data: bool) -> None:
    """Fill the empty folder as ``set_up`` does; without ``with_data`` only static files are not made anew."""
    with kept.turn(CACHE):
        parts = {CACHE / name: names for name, names in _digests().items() if with_data or names is STATIC}
        for copy, names in parts.items():
            if copy.exists():
                _copy(copy, data_dir, names)
                copy.touch()
        if with_data and all(copy.exists() for copy in parts):
            return
        set_up()
        for copy, names in parts.items():
            if not copy.exists():
                unfinished = copy.with_suffix(".new")
                shutil.rmtree(unfinished, ignore_errors=True)
                unfinished.mkdir()
                _copy(data_dir, unfinished, names)
                unfinished.rename(copy)
        kept.forget_old(CACHE.glob("*-*"), KEPT_COPIES)
