"""The rule that nothing is asked of any other origin."""

import re
from collections.abc import Iterator

from ..answer import Answer
from ..references import in_css, in_script, is_elsewhere, loaded_by

HEADERS = ("link", "refresh", "report-to", "reporting-endpoints", "nel", "sourcemap")
_WHOLE_ADDRESS = re.compile(r"(?:https?:)?//[^\s>\"',;]+")


def _asked_by_headers(answer: Answer) -> Iterator[tuple[str, str]]:
    for name in HEADERS:
        for address in _WHOLE_ADDRESS.findall(answer.headers.get(name, "")):
            yield f"its header {name}", address
    # The way to leave the site is the one redirect that leads away, and it says what it is.
    if "clear-site-data" not in answer.headers and 300 <= answer.status < 400:
        yield "its redirect", answer.headers.get("location", "")


def _asked(answer: Answer) -> Iterator[tuple[str, str]]:
    """Yield by what, and for which address, a browser asks."""
    yield from _asked_by_headers(answer)
    if answer.kind == "text/css":
        yield from (("the stylesheet", address) for address in in_css(answer.text))
    elif "javascript" in answer.kind:
        yield from (("the script", address) for address in in_script(answer.text))
    for element in answer.elements:
        yield from ((f"<{element.tag}>", address) for address in loaded_by(element))


def other_origin(answer: Answer) -> Iterator[str]:
    """No page, stylesheet, script, drawing or header sends the browser to another origin."""
    for by, address in _asked(answer):
        if is_elsewhere(answer.url, address):
            yield f"{by} leads to {address[:200]}"
