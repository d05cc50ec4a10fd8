"""Has a PDF made by a process of its own, which takes its memory along when it ends."""

import json
import logging
import subprocess
import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from . import printer

logger = logging.getLogger(__name__)
_ROOT = Path(__file__).resolve().parent.parent.parent
# The folder goes last: this project has a package with the name of a standard module.
_START = "import sys; sys.path.append(sys.argv[1]); from guidance.take_along.printer import main; main()"
# How long it may take; it takes a tenth of a second on an idle machine.
SECONDS = 20


class TypesettingError(Exception):
    """A sheet could not be made."""


@cache
def maker() -> str:
    """Return a word for the program that makes sheets: another one may make them otherwise."""
    sources = [Path(printer.__file__), printer.TEMPLATE, *sorted(printer.FONTS.glob("*.ttf"))]
    told = b"".join(sha256(path.read_bytes()).digest() for path in sources)
    return sha256(told + version("typst").encode()).hexdigest()[:16]


def typeset(says: dict) -> bytes:
    """Return the PDF of a sheet.

    Raises:
        TypesettingError: if the process failed or took too long.
    """
    command = [sys.executable, "-I", "-c", _START, str(_ROOT)]
    asked = json.dumps(says).encode()
    try:
        done = subprocess.run(  # noqa: S603
            command, input=asked, capture_output=True, env={}, cwd="/", timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise TypesettingError(f"A {says['kind']} could not be made: {error}") from error
    complaint = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode or not done.stdout.startswith(b"%PDF-"):
        raise TypesettingError(f"A {says['kind']} could not be made: {complaint}")
    if complaint:
        logger.error("%s", complaint)
    return done.stdout
