"""Has a PDF read by a child process that can do no harm, and takes its word for the facts."""

import json
import mmap
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

from .copies import Pdf, copy_of, temporary_file
from .facts import PdfFacts
from .limits import WALL_SECONDS
from .refusals import RefusedPdfError

_ROOT = Path(__file__).resolve().parent.parent.parent
# The folder goes last: this project has a package with the name of a standard module.
_START = (
    "import sys; sys.path.append(sys.argv[1]); from publications.inspection.child.main import main; main()"
)
_OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)
# One child at a time: what each takes is bounded, but several would take it several times.
_turn = threading.Lock()


def inspect(pdf: Pdf) -> PdfFacts:
    """Return the facts of a PDF, given as bytes or as a file.

    Raises:
        RefusedPdfError: (a ValueError) if readers could not open it, or should not have to; the message
            says why and what to do.
    """
    with copy_of(pdf) as copy:
        report, made = run_child(copy.file)
        made.close()
    try:
        if "refused" in report:
            raise RefusedPdfError(*report.get("reasons", [report["refused"]]))
        return PdfFacts.from_report(report["facts"], copy.sha256, copy.size)
    except (KeyError, TypeError) as error:
        raise RefusedPdfError("crashed") from error


def run_child(pdf: IO[bytes], *arguments: str) -> tuple[dict, IO[bytes]]:
    """Run the child process and return its report, and a file with what it made, which goes when closed.

    It inherits no environment, and no open file but the PDF, which must be one on disk, and its output. That
    is a file and not a pipe, so that the limit on the size of files bounds it as well.
    """
    command = [sys.executable, "-I", "-c", _START, str(_ROOT), *arguments]
    made = temporary_file()
    try:
        with _turn:
            child = subprocess.run(  # noqa: S603
                command,
                stdin=pdf,
                stdout=made,
                stderr=subprocess.DEVNULL,
                env={},
                cwd="/",
                timeout=WALL_SECONDS,
                check=False,
            )
    except subprocess.TimeoutExpired as error:
        raise RefusedPdfError("too-slow") from error
    except OSError as error:
        raise RefusedPdfError("not-checked") from error
    if child.returncode:
        raise RefusedPdfError("too-slow" if child.returncode in _OUT_OF_TIME else "crashed")
    try:
        return _without_report(made), made
    except ValueError as error:
        raise RefusedPdfError("crashed") from error


def _without_report(made: IO[bytes]) -> dict:
    """Take the report, the last line of what the child wrote, off the file, and return it.

    Raises:
        ValueError: if there is none.
    """
    with mmap.mmap(made.fileno(), 0, access=mmap.ACCESS_READ) as written:
        end = len(written) - written[-1:].count(b"\n")
        start = written.rfind(b"\n", 0, end) + 1
        report = json.loads(written[start:end])
    made.truncate(max(0, start - 1))
    made.seek(0)
    return report
