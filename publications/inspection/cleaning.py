"""Has a cleaned copy of a refused PDF made, by the same kind of child process as the inspection."""

from dataclasses import dataclass, field
from typing import IO

from .copies import Pdf, copy_of
from .facts import PdfFacts
from .refusals import HOLDS, RefusedPdfError, listed
from .runner import inspect, run_child

_REMOVED = HOLDS | {
    "javascript": "scripts",
    "launch": "actions that start a program or open another file",
    "opens": "actions that open an address by themselves",
    "submit": "what makes a form send or load data",
    "action": "actions that readers do not need",
    "link": "links that are neither web addresses, e-mail addresses nor telephone numbers",
    "external": "references to content in other files",
    "xfa": "an XFA form",
    "mixed": "content before or after the PDF itself",
    "restricted": "security settings",
}


@dataclass(frozen=True)
class CleanedPdf:
    """A copy that was inspected, what it lacks (codes), and the checksum of what it was made of.

    The file is a temporary one, which goes when nobody holds it any more.
    """

    file: IO[bytes]
    facts: PdfFacts
    original_sha256: str
    removed: list[str] = field(default_factory=list)
    was_signed: bool = False


def clean(pdf: Pdf) -> CleanedPdf:
    """Return a cleaned copy of a PDF, which passes the inspection; the PDF is bytes or a file.

    Raises:
        RefusedPdfError: if none can be made.
    """
    with copy_of(pdf) as original:
        report, made = run_child(original.file, "clean")
    try:
        if "refused" in report:
            raise RefusedPdfError(*report["reasons"])
        removed, was_signed = [str(code) for code in report["removed"]], bool(report["was_signed"])
    except (KeyError, TypeError) as error:
        raise RefusedPdfError("crashed") from error
    return CleanedPdf(made, inspect(made), original.sha256, removed, was_signed)


def removed_words(codes: list[str]) -> str:
    """Return what was removed, in words."""
    return listed([words for code, words in _REMOVED.items() if code in codes])
