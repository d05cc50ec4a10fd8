"""Reads what this repository's documents say, for tests/test_documents.py."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Document:
    """One document in Markdown."""

    path: Path

    @property
    def name(self) -> str:
        """Its path from the root of the project."""
        return str(self.path.relative_to(ROOT))

    @cached_property
    def _text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def _prose(self) -> str:
        return _FENCE.sub("", self._text)

    def spans(self) -> list[str]:
        """Return what stands in code type within sentences and tables."""
        return re.findall(r"`([^`\n]+)`", self._prose)

    def code(self) -> str:
        """Return all that stands in code type, blocks too: what a reader may copy into a shell."""
        return "\n".join([*self.spans(), *_FENCE.findall(self._text)])

    def links(self) -> list[str]:
        """Return where its links and pictures lead within the repository."""
        found = _LINK.findall(re.sub(r"`[^`\n]+`", "", self._prose))
        return [link for link in found if not re.match(r"[a-z]+:", link)]

    def anchors(self) -> set[str]:
        """Return the anchors of its headings, as GitHub makes them."""
        headings = re.findall(r"^#+ (.+)$", self._prose, re.MULTILINE)
        return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}

    def rows(self, first_heading: str) -> Iterator[list[str]]:
        """Yield the cells of each row of the table whose first column has that heading."""
        table = re.search(rf"^\| {first_heading} \|.*\n\|[-|]+\n((?:\|.*\n?)+)", self._text, re.MULTILINE)
        assert table, f"{self.name} has no table that begins with {first_heading!r}"
        for line in table[1].splitlines():
            yield [cell.strip() for cell in line.strip("|").split("|")]


def present() -> list[Document]:
    """Return the documents that say how things are. Decisions and the change log may name what is gone."""
    return [Document(path) for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))]


def every() -> list[Document]:
    """Return every document, those that tell of the past included."""
    past = (ROOT / "CHANGELOG.md", *sorted((ROOT / "docs" / "decisions").glob("*.md")))
    return [*present(), *map(Document, past)]
