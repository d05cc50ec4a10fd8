"""Remembers what the child process that reads PDFs reported of each, since it starts anew for every one.

The same program says the same of the same bytes, so a report is good until the inspection or its libraries
change. Refusals by the parent (crashed, too slow) are not kept: each test of those sees a real process.
"""

import hashlib
import pickle
from io import BytesIO

from publications.inspection import cleaning, runner

from . import kept

CACHE = kept.CACHE / "read-pdfs"
_run_child = runner.run_child


class Reports:
    """The reports that this version of the inspection gave, as files."""

    def __init__(self):
        self.folder = CACHE / kept.digest(kept.inspection())
        with kept.turn(CACHE):
            self.folder.mkdir(exist_ok=True)
            kept.forget_old((path for path in CACHE.iterdir() if path.is_dir()), 2)

    def run_child(self, pdf, *arguments: str) -> tuple[dict, BytesIO]:
        """Return the report as the real one does."""
        path = self.folder / "-".join((hashlib.file_digest(pdf, "sha256").hexdigest(), *arguments))
        if not path.exists():
            unfinished = path.with_name(f"{path.name}.{id(self)}.new")
            report, made = _run_child(pdf, *arguments)
            with made:
                unfinished.write_bytes(pickle.dumps((report, made.read())))
            unfinished.rename(path)
        report, made = pickle.loads(path.read_bytes())
        return report, BytesIO(made)


def remember(patch) -> None:
    """Put the kept reports in the place of the child process."""
    patch.setattr(runner, "run_child", Reports().run_child)
    patch.setattr(cleaning, "run_child", runner.run_child)


def forget(patch) -> None:
    """Let a test see the real child process."""
    patch.setattr(runner, "run_child", _run_child)
    patch.setattr(cleaning, "run_child", _run_child)
