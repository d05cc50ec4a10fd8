"""The child process: limits itself, reads a PDF from its input, writes one JSON object to its output."""

import json
import os
import resource
import sys
from contextlib import suppress
from typing import BinaryIO

import pikepdf

from ..limits import CPU_SECONDS, MAX_BYTES, MAX_STREAM_BYTES, MEMORY_BYTES, OPEN_FILES, OUTPUT_BYTES
from ..notes import NOTES
from .cost import PageCosts
from .envelope import check_start, check_surroundings, has_end, without_blanks
from .objects import check_objects
from .pages import find_pages
from .properties import read_properties
from .refusal import RefusalError
from .scan import Scan
from .whole import Content, Whole, let_go, opened


def limit_this_process(output: int = OUTPUT_BYTES) -> None:
    """Give up for good what reading a PDF does not need: time, memory, files, processes, core dumps."""
    for what, limit in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, output),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        with suppress(ValueError):  # macOS cannot limit memory; Linux can limit all of these
            resource.setrlimit(what, (limit, limit))
    most = MAX_STREAM_BYTES
    pikepdf.settings.set_qpdf_limits(flate_max_memory=most, run_length_max_memory=most)


def open_pdf(content: Content, scan: Scan):
    """Return the open PDF, and the codes of what is to be noted of how it could be opened.

    Raises:
        RefusalError: "damaged", if its end is lost; pikepdf.PdfError if it is damaged beyond repair.
    """
    try:
        pdf = _opened(content, attempt_recovery=False)
    except pikepdf.PasswordError:
        raise
    except pikepdf.PdfError as error:
        if "nest" in str(error) or not has_end(content) or not scan.found:
            raise
        pdf = _opened(content)
        return pdf, {"repaired"}
    return pdf, set()


def _opened(content: Content, **options):
    stream = pikepdf.AccessMode.stream  # the others would hold the whole file in memory
    return pikepdf.open(opened(content), suppress_warnings=True, access_mode=stream, **options)


def read_facts(content: Content) -> dict:
    """Return what a PDF says of itself.

    Raises:
        RefusalError: with the codes of the reasons.
        pikepdf.PdfError: if it is damaged; pikepdf.PasswordError if it needs a password.
    """
    content = without_blanks(content)
    check_start(content)
    scan = Scan(content)
    pdf, codes = open_pdf(content, scan)
    with pdf:
        codes |= {"restricted"} if pdf.is_encrypted else set()
        codes |= check_surroundings(content)
        pages = find_pages(pdf)
        codes |= check_objects(pdf, scan)
        costs = PageCosts()
        for page in pages:
            costs.check(page)
        if refused := codes - NOTES.keys():
            raise RefusalError(*sorted(refused))
        facts = {"page_count": len(pages), "notes": sorted(codes), **read_properties(pdf)}
    let_go(content)
    # Loaded only now: most refusals need no second library.
    from .rendering import render

    return facts | render(content, facts["page_count"])


def report_on(content: Content) -> dict:
    """Return ``{"facts": …}``, or ``{"refused": code, "reasons": [codes]}``."""
    try:
        return {"facts": read_facts(content)}
    except Exception as error:
        codes = reasons(error)
        return {"refused": codes[0], "reasons": codes}


def reasons(error: Exception) -> list[str]:
    """Return why a file is refused in whose reading this error was raised."""
    match error:
        case RefusalError():
            return list(error.codes)
        case pikepdf.PasswordError():
            return ["password"]
        case MemoryError():
            return ["memory"]
        case pikepdf.PdfError() if "nest" in str(error):
            return ["too-complex"]
    return ["damaged"]  # a broken file breaks the libraries in ways that they do not name


def cleaned(content: Content, out: BinaryIO) -> dict:
    """Write a cleaned copy; return ``{"removed": [codes], "was_signed": …}``, or a refusal."""
    from .cleaning import clean

    try:
        return clean(content, out)
    except Exception as error:
        codes = reasons(error)
        return {"refused": codes[0], "reasons": codes}


def main() -> None:
    """Read the file that is the standard input; write the copy, if one is asked for, and a line of JSON."""
    makes_copy = sys.argv[2:] == ["clean"]
    limit_this_process(OUTPUT_BYTES + (MAX_BYTES if makes_copy else 0))
    number, out = sys.stdin.fileno(), sys.stdout.buffer
    if os.fstat(number).st_size > MAX_BYTES:
        report = {"refused": "too-big", "reasons": ["too-big"]}
    else:
        report = cleaned(Whole(number), out) if makes_copy else report_on(Whole(number))
    text = json.dumps(report, ensure_ascii=False)
    out.write(b"\n" + text.encode("utf-8", "replace"))
    out.flush()
