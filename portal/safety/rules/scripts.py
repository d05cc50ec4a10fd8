"""The rule that scripts keep nothing of a visit and send nothing on the quiet."""

import re
from collections.abc import Iterator

from ..answer import Answer

# What a browser offers for remembering a visitor, or for telling others of one.
KEEPERS = (
    "cookieStore",
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "openDatabase",
    "serviceWorker",
    "sendBeacon",
    "fetchLater",
    "requestStorageAccess",
    "getDirectory",
)
_KEEPER = re.compile(rf"\b(?:{'|'.join(KEEPERS)})\b")
_COOKIE = re.compile(r"\.\s{0,9}cookie\b|\[\s{0,9}[\"'`]cookie[\"'`]\s{0,9}\]")
_OTHERS = re.compile(r"\bcaches\s{0,9}\.\s{0,9}(?:open|match|keys)\b|\bwindow\s{0,9}\.\s{0,9}name\b")
_NAMES = {_KEEPER: "", _COOKIE: "document.cookie", _OTHERS: ""}
_COMMENT = re.compile(r"/\*(?s:.*?)(?:\*/|\Z)|(?:^|(?<=\s))//[^\n]*", re.MULTILINE)


def _scripts(answer: Answer) -> Iterator[str]:
    if "javascript" in answer.kind or answer.kind == "text/ecmascript":
        yield answer.text
    for element in answer.elements:
        if element.tag == "script" and "json" not in element.get("type"):
            yield element.words
        yield from (value for name, value in element.attributes.items() if name.startswith("on"))


def trace(answer: Answer) -> Iterator[str]:
    """No script reads or sets a cookie, stores anything, or sends a beacon."""
    for script in _scripts(answer):
        code = _COMMENT.sub(" ", script)
        for pattern, name in _NAMES.items():
            for found in dict.fromkeys(pattern.findall(code)):
                yield f"a script uses {name or found}"
