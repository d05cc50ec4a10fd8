"""Has a cleaned copy of a refused PDF made, by the same kind of child process as the inspection."""

import hashlib
from dataclasses import dataclass, field

from .facts import PdfFacts
from .limits import MAX_BYTES
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
    """A copy that was inspected, what it lacks (codes), and the checksum of what it was made of."""

    content: bytes
    facts: PdfFacts
    original_sha256: str
    removed: list[str] = field(default_factory=list)
    was_signed: bool = False


def clean(content: bytes) -> CleanedPdf:
    """Return a cleaned copy of a PDF, which passes the inspection.

    Raises:
        RefusedPdfError: if none can be made.
    """
    if len(content) > MAX_BYTES:
        raise RefusedPdfError("too-big")
    report, copy = run_child(content, "clean")
    try:
        if "refused" in report:
            raise RefusedPdfError(*report["reasons"])
        removed, was_signed = [str(code) for code in report["removed"]], bool(report["was_signed"])
    except (KeyError, TypeError) as error:
        raise RefusedPdfError("crashed") from error
    sha256 = hashlib.sha256(content).hexdigest()
    return CleanedPdf(copy, inspect(copy), sha256, removed, was_signed)


def removed_words(codes: list[str]) -> str:
    """Return what was removed, in words."""
    return listed([words for code, words in _REMOVED.items() if code in codes])
