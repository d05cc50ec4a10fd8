"""Rules about the page itself: what is written into it, its links and its forms."""

import re
from collections.abc import Iterator

from ..answer import Answer
from ..markup import Element
from ..references import is_elsewhere

ADDRESSES = ("href", "src", "action", "formaction", "data", "xlink:href")
CODE_SCHEMES = ("javascript:", "vbscript:", "data:text/", "data:application/", "data:image/svg")
NOT_TYPED = {"hidden", "submit", "button", "reset", "image"}
_ONION = re.compile(r"[a-z0-9-]\.onion\b", re.IGNORECASE)
_SPACE_AND_CONTROL = re.compile(r"[\x00-\x20]+")


def _code_scheme(address: str) -> str:
    """Return the start of an address that is itself a script or a page, or nothing."""
    plain = _SPACE_AND_CONTROL.sub("", address).lower()
    return next((scheme for scheme in CODE_SCHEMES if plain.startswith(scheme)), "")


def _inline_in(element: Element) -> Iterator[str]:
    if element.tag == "style":
        yield "has a <style> element"
    is_data = element.get("type").lower() == "application/ld+json"
    if element.tag == "script" and "src" not in element.attributes and not is_data:
        yield "has a script written into it"
    for name, value in element.attributes.items():
        if name == "style":
            yield f"<{element.tag}> has a style attribute"
        elif name.startswith("on"):
            yield f"<{element.tag}> has the script attribute {name}"
        elif name in ADDRESSES and (scheme := _code_scheme(value)):
            yield f"<{element.tag}> has a {scheme} address"


def inline(answer: Answer) -> Iterator[str]:
    """No script and no style is written into a page."""
    if answer.is_page:
        for element in answer.elements:
            yield from _inline_in(element)


def referrer(answer: Answer) -> Iterator[str]:
    """No part of a page undoes the header that keeps a reader's page from other sites."""
    for element in answer.elements:
        says = element.attributes.get("referrerpolicy")
        if element.tag == "meta" and element.get("name").strip().lower() == "referrer":
            says = element.get("content")
        if says is not None and says.strip().lower() != "no-referrer":
            yield f"<{element.tag}> sets the referrer policy “{says[:50]}”"


def outbound_link(answer: Answer) -> Iterator[str]:
    """No link to another site lets that site know where its reader came from."""
    for element in answer.elements:
        if element.tag not in ("a", "area") or "noreferrer" in element.get("rel").lower().split():
            continue
        if is_elsewhere(answer.url, address := element.get("href")):
            yield f"the link to {address[:200]} has no rel=noreferrer"


def onion(answer: Answer) -> Iterator[str]:
    """No hidden-service address stands anywhere. The finding must not repeat it."""
    if _ONION.search(answer.text):
        yield "holds an .onion address"


def form(answer: Answer) -> Iterator[str]:
    """No form is sent out of sight, and none lets the browser keep what is typed."""
    for element in answer.elements:
        if element.tag == "form" and element.get("method").lower() == "post":
            yield "has a form that is sent by POST"
        if element.tag not in ("input", "textarea", "select") or element.get("type").lower() in NOT_TYPED:
            continue
        own = element.attributes.get("autocomplete", (element.form or {}).get("autocomplete", ""))
        if own.lower() != "off":
            name = element.get("name") or element.get("id") or element.tag
            yield f"the field {name} lets the browser keep what is typed"
