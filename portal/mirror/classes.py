"""Which answers are alike, so that nginx knows what to say with a new one before it reads its lines again."""

import re
from collections import Counter
from dataclasses import dataclass

from .files import INDEX
from .manifest import Entry

PAGE = "page"
# What tells an answer below a page, such as a card or a picture, from a page.
_TELLING = ("content-type", "content-security-policy")
# What is said of one file alone.
_OWN = {"content-disposition", "link"}
# The last part of an address that is a checksum, and any such part.
_CHECKSUM = re.compile(r"[0-9a-f]{16}")
_ANY_CHECKSUM = "checksum"


def _class_of(name: str) -> str:
    """Return the ending of a file's name, or the last part of an address: `.css`, `/card/`."""
    *_, folder, last = f"/{name}".split("/")
    if last == INDEX:
        return _ANY_CHECKSUM if _CHECKSUM.fullmatch(folder) else f"/{folder}/"
    ending = last.rpartition(".")[2] if "." in last else ""
    return f".{ending}" if ending.isalnum() else PAGE


@dataclass(frozen=True)
class Classes:
    """The classes that differ from pages, and the headers that are usual in each."""

    usual: dict[str, dict[str, str]]
    patterns: dict[str, str]

    @classmethod
    def of(cls, entries: dict[str, Entry]) -> "Classes":
        """Return those of what a mirror holds, by its names."""
        files = {name: entry.headers for name, entry in entries.items() if entry.name}
        names = {header for headers in files.values() for header in headers} - _OWN

        def usual(found: list[dict[str, str]]) -> dict[str, str]:
            values = {name: Counter(one.get(name, "") for one in found) for name in names}
            return {name: counted.most_common(1)[0][0] for name, counted in values.items()}

        pages = [one for one in files.values() if one.get("content-type", "").startswith("text/html")]
        of_pages = usual(pages)
        members: dict[str, list[dict[str, str]]] = {}
        for name, headers in files.items():
            members.setdefault(_class_of(name), []).append(headers)
        found = {PAGE: of_pages}
        for word, alike in sorted(members.items()):
            theirs = usual(alike)
            if word != PAGE and any(theirs.get(name) != of_pages.get(name) for name in _TELLING):
                found[word] = theirs
        return cls(found, {word: _pattern(word) for word in found if word != PAGE})

    def usual_for(self, name: str, header: str) -> str:
        """Return what is usually said with answers like this one."""
        return self.usual.get(_class_of(name), self.usual[PAGE]).get(header, "")


def _pattern(word: str) -> str:
    if word == _ANY_CHECKSUM:
        return f"~/{_CHECKSUM.pattern}/{INDEX}$"
    return f"~{re.escape(word)}$" if word.startswith(".") else f"~{re.escape(word)}{INDEX}$"
