"""Reads from a PDF what must not be typed by hand."""

from dataclasses import dataclass
from io import BytesIO

import pikepdf


@dataclass(frozen=True)
class PdfFacts:
    """What a PDF says of itself. ``language`` is a BCP 47 tag, or empty."""

    page_count: int
    language: str
    is_tagged: bool


def inspect(content: bytes) -> PdfFacts:
    """Return the facts of a PDF.

    Raises:
        ValueError: if it is no PDF, is damaged, or needs a password; the message says what to do.
    """
    if not content.startswith(b"%PDF-"):
        raise ValueError("This file is not a PDF. Choose the PDF itself, not a renamed file of another kind.")
    try:
        with pikepdf.open(BytesIO(content), attempt_recovery=False) as pdf:
            root = pdf.Root
            marked = root.get("/MarkInfo", {}).get("/Marked", False)
            return PdfFacts(
                page_count=len(pdf.pages),
                language=str(root.get("/Lang", ""))[:20],
                is_tagged=bool(marked) and "/StructTreeRoot" in root,
            )
    except pikepdf.PasswordError as error:
        raise ValueError("This PDF needs a password. Ask for a copy without one.") from error
    except (pikepdf.PdfError, AttributeError, TypeError) as error:
        raise ValueError("This PDF is damaged or incomplete. Download or export it again.") from error
