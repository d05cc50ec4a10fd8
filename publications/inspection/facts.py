"""What is known of a PDF once it was inspected."""

from base64 import b64decode
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PdfFacts:
    """What a PDF says of itself.

    ``language`` is a BCP 47 tag or empty; ``page_texts`` holds the text of each page in order;
    ``outline`` lists the bookmarks as ``{"title", "page", "level"}``, page and level counted from 1
    (page None: it leads nowhere); ``origins`` are pairs of a word and a value, such as author and a name;
    ``cover`` is page 1 as a WebP picture, or empty; ``notes`` holds codes of what an editor should know of a
    file that is taken, see ``notes``.
    """

    sha256: str
    file_size: int
    page_count: int
    pdf_version: str
    language: str = ""
    pdf_title: str = ""
    is_tagged: bool = False
    has_text: bool = False
    page_texts: list[str] = field(default_factory=list)
    outline: list[dict] = field(default_factory=list)
    origins: list[list[str]] = field(default_factory=list)
    cover: bytes = b""
    notes: list[str] = field(default_factory=list)

    @classmethod
    def from_report(cls, report: dict, sha256: str, file_size: int) -> "PdfFacts":
        """Return the facts in a child process's report.

        Raises:
            KeyError, TypeError, ValueError: if the report is not what a child process writes.
        """
        cover = b64decode(report.pop("cover"), validate=True)
        return cls(sha256=sha256, file_size=file_size, cover=cover, **report)
