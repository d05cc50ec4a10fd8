"""What tests keep in .cache/ from one run to the next, under names that change with what it is made from."""

import fcntl
import hashlib
import pickle
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
CACHE = PROJECT / ".cache"
APPS = ("portal", "publications", "statistics", "categories", "guidance")


def digest(paths: Iterable[Path], *more: str) -> str:
    """Return a short hash of the files, their places, and whatever else the kept thing depends on."""
    found = hashlib.sha256("\n".join((sys.version, *more)).encode())
    for path in sorted(paths):
        found.update(f"\n{path.relative_to(PROJECT)}\n".encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def code() -> list[Path]:
    """Return every Python file of the apps."""
    return [path for app in APPS for path in (PROJECT / app).rglob("*.py")]


def inspection() -> list[Path]:
    """Return every file by which PDFs are read."""
    code = (PROJECT / "publications" / "inspection").rglob("*.py")
    return [*code, PROJECT / "requirements.txt"]


def content() -> list[Path]:
    """Return every file of the default content."""
    return [path for path in (PROJECT / "content").rglob("*") if path.is_file() and path.suffix != ".pyc"]


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Let one process at a time make what is kept in the folder, so that the others find it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def forget_old(copies: Iterable[Path], most: int) -> None:
    """Remove all but the newest copies, files or folders."""
    newest = sorted(copies, key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest[most:]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def made[Made](name: str, make: Callable[[], Made], paths: Iterable[Path], *more: str) -> Made:
    """Return what ``make`` makes from the files and whatever else, now or in an earlier run.

    It may be anything that can be pickled.
    """
    folder = CACHE / name
    with turn(folder):
        path = folder / f"{digest(paths, *more)}.pickle"
        if not path.exists():
            path.write_bytes(pickle.dumps(make()))
            forget_old(folder.glob("*.pickle"), 2)
        return pickle.loads(path.read_bytes())
