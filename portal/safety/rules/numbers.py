"""Rules about numbers to call: 999 is seen on every page, and no link calls another number than it says."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from ..answer import Answer
from ..markup import Element

SCHEMES = ("tel", "sms")
# Shorter groups of digits in the words of a link are hours, ages or counts.
SHORTEST_NUMBER = 3
_NO_DIGIT = re.compile(r"\D")
_WRITTEN = re.compile(r"[+\d][\d\s.\-‐‑–]*")


def _digits(number: str) -> str:
    """Return a number's digits as they are dialled in the UK."""
    digits = _NO_DIGIT.sub("", number)
    return f"0{digits[2:]}" if number.strip().startswith("+44") else digits


def _called_by(element: Element) -> str | None:
    """Return the number that a link calls or writes to; None for other links."""
    scheme, _, rest = element.get("href").strip().partition(":")
    if element.tag not in ("a", "area") or scheme.lower() not in SCHEMES:
        return None
    return _digits(unquote(rest).partition(";")[0].partition("?")[0])


def _written_in(words: str) -> list[str]:
    found = (_digits(one) for one in _WRITTEN.findall(words))
    return [digits for digits in found if len(digits) >= SHORTEST_NUMBER]


def emergency(answer: Answer) -> Iterator[str]:
    """Every page says 999, as a link that calls, and that everybody can see."""
    if not answer.is_page:
        return
    links = [element for element in answer.elements if _called_by(element) == "999"]
    if not links:
        yield "has no link to call 999"
    elif not any(element.is_shown and "999" in element.words for element in links):
        yield "hides its link to call 999, or the link does not say 999"


def number(answer: Answer) -> Iterator[str]:
    """A link calls the number that its words, and its spoken name, say."""
    for element in answer.elements:
        called = _called_by(element)
        if called == "":
            yield f"has a link that calls no number: {element.get('href')[:50]}"
        if not called:
            continue
        for words in (element.words, element.get("aria-label"), element.get("title")):
            if (written := _written_in(words)) and called not in written:
                yield f"says {written[0][:30]} where the link calls {called[:30]}"
