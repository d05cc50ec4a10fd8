"""The child process: limits itself, reads a PDF from its input, writes one JSON object to its output."""

import json
import resource
import sys
from contextlib import suppress
from io import BytesIO

import pikepdf

from ..limits import CPU_SECONDS, MAX_BYTES, MEMORY_BYTES, OPEN_FILES, OUTPUT_BYTES
from .envelope import check_start, check_surroundings
from .objects import check_objects
from .pages import count_pages
from .properties import read_properties
from .refusal import RefusalError


def limit_this_process() -> None:
    """Give up for good what reading a PDF does not need: time, memory, files, processes, core dumps."""
    for what, limit in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, OUTPUT_BYTES),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        with suppress(ValueError):  # macOS cannot limit memory; Linux can limit all of these
            resource.setrlimit(what, (limit, limit))


def read_facts(content: bytes) -> dict:
    """Return what a PDF says of itself.

    Raises:
        RefusalError: with the code of the reason.
        pikepdf.PdfError: if it is damaged; pikepdf.PasswordError if it needs a password.
    """
    check_start(content)
    with pikepdf.open(BytesIO(content), attempt_recovery=False, suppress_warnings=True) as pdf:
        if pdf.is_encrypted:
            raise RefusalError("encrypted")
        check_surroundings(content)
        facts = {"page_count": count_pages(pdf)}
        check_objects(pdf)
        facts |= read_properties(pdf)
    # Loaded only now: most refusals need no second library.
    from .rendering import render

    return facts | render(content, facts["page_count"])


def report_on(content: bytes) -> dict:
    """Return ``{"facts": …}`` or ``{"refused": code}``."""
    try:
        return {"facts": read_facts(content)}
    except RefusalError as refusal:
        return {"refused": refusal.code}
    except pikepdf.PasswordError:
        return {"refused": "password"}
    except pikepdf.PdfError as error:
        return {"refused": "too-complex" if "nested" in str(error) else "damaged"}
    except MemoryError:
        return {"refused": "memory"}
    except Exception:  # a broken file breaks the libraries in ways that they do not name
        return {"refused": "damaged"}


def main() -> None:
    """Read from the standard input, write to the standard output."""
    limit_this_process()
    content = sys.stdin.buffer.read(MAX_BYTES + 1)
    report = report_on(content) if len(content) <= MAX_BYTES else {"refused": "too-big"}
    text = json.dumps(report, ensure_ascii=False)
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
