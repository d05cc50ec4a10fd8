"""Makes a mirror of the site: whole or not at all, and only when something changed."""

import fcntl
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from ..answering.moments import next_change
from ..safety.crawler import UnfinishedWalkError
from ..serving.generation import State
from ..serving.pages.own import own_generation, own_release
from .files import Writer
from .filling import ExportError, Filling
from .manifest import Manifest
from .nginx import write_configuration

CURRENT, FILES, LOCK = "current", "files", "lock"
# How often an export begins anew because something was taken down meanwhile.
TRIES = 5


class ChangedMeanwhileError(ExportError):
    """Something was taken down while the mirror was made."""


def state_now() -> State:
    """Return the state of the site."""
    return own_generation().now()


def is_due(folder: Path) -> bool:
    """Whether the mirror in the folder is not what an export would make now."""
    known = Manifest.read(folder / CURRENT)
    return (
        known is None
        or known.state != state_now()
        or known.until <= time.time()
        or (known.base_url, known.release) != (settings.BASE_URL, own_release())
    )


@contextmanager
def _readable_by_all() -> Iterator[None]:
    """Let whoever serves the files read them: that is another user than who writes them."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def _alone(folder: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Let one export at a time write into the folder; the lock goes with the process that holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another export is writing this mirror. Waiting until it has ended.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def export(folder: Path, say: Callable[[str], None], *, even_if_unchanged: bool = False) -> Manifest | None:
    """Write the mirror into the folder and put it in the place of the one before; None if nothing changed.

    Raises:
        ExportError: if it could not be made. The mirror before stays as it is.
    """
    try:
        with _readable_by_all(), _alone(folder, say):
            if not even_if_unchanged and not is_due(folder):
                say("Nothing has changed since the last export.")
                return None
            for _ in range(TRIES):
                try:
                    return _make(folder, say)
                except ChangedMeanwhileError:
                    say("Something was taken down meanwhile. Beginning anew.")
            raise ExportError(f"Each of {TRIES} tries was overtaken by a takedown. Run the export again.")
    except (UnfinishedWalkError, DatabaseError) as error:
        raise ExportError(f"No mirror was made: {error}. The one before stays.") from error
    except OSError as error:
        raise ExportError(
            f"The mirror could not be written: {error}. The one before stays and is served as it is. "
            f"Make room or rights for {folder} and run the export again; it may need what a mirror takes."
        ) from error


def _make(folder: Path, say: Callable[[str], None]) -> Manifest:
    for left in folder.glob("new-*"):  # by an export that was killed
        shutil.rmtree(left, ignore_errors=True)
    made = Manifest(state_now(), next_change(), own_release(), settings.BASE_URL)
    before = (folder / CURRENT).resolve() if (folder / CURRENT).exists() else None
    known = Manifest.read(before) if before else None
    new = folder / f"new-{time.time_ns()}"
    try:
        by_name = {one.name: one for one in known.entries.values() if one.name} if known else {}
        writer = Writer(new / FILES, before / FILES if before else None, by_name)
        filling = Filling(made, writer, known.entries if known else {})
        filling.fill()
        write_configuration(made, new, folder / CURRENT / FILES)
        made.write(new)
        if state_now().takedowns != made.state.takedowns:
            raise ChangedMeanwhileError
        _swap(folder, new)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    for address in filling.faults:
        say(f"{address} is broken; the mirror keeps it as it was. Mend it: the site shows a fault there.")
    say(f"{len(made.entries)} addresses: {writer.written} files written, {writer.linked} as before.")
    return made


def _swap(folder: Path, new: Path) -> None:
    """Put the new mirror in the place of the one before, in one step, and remove what was before."""
    whole = new.with_name(new.name.replace("new-", "export-"))
    new.rename(whole)
    link = folder / "new-current"
    link.unlink(missing_ok=True)
    link.symlink_to(whole.name)
    os.replace(link, folder / CURRENT)
    for old in folder.glob("export-*"):
        if old != whole:
            shutil.rmtree(old, ignore_errors=True)
