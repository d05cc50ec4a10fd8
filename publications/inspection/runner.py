"""Has a PDF read by a child process that can do no harm, and takes its word for the facts."""

import hashlib
import json
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from .facts import PdfFacts
from .limits import MAX_BYTES, OUTPUT_BYTES, WALL_SECONDS
from .refusals import RefusedPdfError

_ROOT = Path(__file__).resolve().parent.parent.parent
# The folder goes last: this project has a package with the name of a standard module.
_START = (
    "import sys; sys.path.append(sys.argv[1]); from publications.inspection.child.main import main; main()"
)
_OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)


def inspect(content: bytes) -> PdfFacts:
    """Return the facts of a PDF.

    Raises:
        RefusedPdfError: (a ValueError) if readers could not open it, or should not have to; the message
            says why and what to do.
    """
    if len(content) > MAX_BYTES:
        raise RefusedPdfError("too-big")
    if not content:
        raise RefusedPdfError("not-a-pdf")
    report, _ = run_child(content)
    try:
        if "refused" in report:
            raise RefusedPdfError(*report.get("reasons", [report["refused"]]))
        return PdfFacts.from_report(report["facts"], hashlib.sha256(content).hexdigest(), len(content))
    except (KeyError, TypeError) as error:
        raise RefusedPdfError("crashed") from error


def run_child(content: bytes, *arguments: str) -> tuple[dict, bytes]:
    """Run the child process and return its report, and the bytes that it wrote behind that.

    It inherits no environment and no open file. It writes to a file and not to a pipe, so that the limit
    on the size of files bounds its output as well.
    """
    command = [sys.executable, "-I", "-c", _START, str(_ROOT), *arguments]
    try:
        with tempfile.TemporaryFile() as output:
            child = subprocess.run(  # noqa: S603
                command,
                input=content,
                stdout=output,
                stderr=subprocess.DEVNULL,
                env={},
                cwd="/",
                timeout=WALL_SECONDS,
                check=False,
            )
            output.seek(0)
            written = output.read(OUTPUT_BYTES + MAX_BYTES + 1)
    except subprocess.TimeoutExpired as error:
        raise RefusedPdfError("too-slow") from error
    except OSError as error:
        raise RefusedPdfError("not-checked") from error
    if child.returncode:
        raise RefusedPdfError("too-slow" if child.returncode in _OUT_OF_TIME else "crashed")
    try:
        report, _, more = written.partition(b"\n")
        return json.loads(report), more
    except ValueError as error:
        raise RefusedPdfError("crashed") from error
