"""Which addresses a page, a stylesheet or a script names, and whether they are of another origin."""

import re
from urllib.parse import urljoin, urlsplit

from .markup import Element

# A comment that is never closed goes on to the end.
_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_CSS = re.compile(r"url\(\s*+[\"']?+([^\"'()\s]++)|@import\s++[\"']([^\"']++)", re.IGNORECASE)
_SCRIPT_IMPORT = re.compile(r"\b(?:from|import)\s*+\(?+\s*+[\"']([^\"']++)[\"']")
_SCRIPT_ADDRESS = re.compile(r"[\"'`]((?:https?:|wss?:)?//[\w\[][^\"'`\s]*)|sourceMappingURL=(\S+)")
_REFRESH = re.compile(r"url\s*=\s*[\"']?([^\"']+)", re.IGNORECASE)
_LOADED = ("src", "poster", "background", "action", "formaction", "ping", "manifest", "data", "xlink:href")
_HREF_IS_LOADED = {"use", "image", "feimage", "script", "base", "pattern", "lineargradient"}
# Links that name another address without any browser asking for it.
_ONLY_NAMED = {"canonical", "alternate", "author", "bookmark", "help", "license", "next", "prev", "search"}
_NAMESPACE = "http://www.w3.org/"


def origin_of(address: str) -> tuple[str, str, int | None]:
    """Return scheme, host and port; two addresses of one origin have all three in common."""
    parts = urlsplit(address)
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, parts.hostname or "", parts.port or usual


def is_elsewhere(base: str, reference: str) -> bool:
    """Whether a browser that is at ``base`` would turn to another origin for the reference."""
    try:
        address = urljoin(base, reference.strip())
        scheme = urlsplit(address).scheme
        return scheme in ("http", "https", "ws", "wss") and origin_of(address) != origin_of(base)
    except ValueError:  # an address so broken that it cannot be told where it leads
        return True


def in_srcset(value: str) -> list[str]:
    """Return the addresses of a ``srcset``."""
    return [part.split()[0] for part in value.split(",") if part.split()]


def in_css(text: str) -> list[str]:
    """Return every address that a stylesheet loads."""
    found = _CSS.findall(_CSS_COMMENT.sub("", text))
    return [address for pair in found for address in pair if address and not address.startswith("#")]


def in_script(text: str) -> list[str]:
    """Return the modules a script imports and every whole address that it holds in quotes."""
    whole = [address for pair in _SCRIPT_ADDRESS.findall(text) for address in pair if address]
    return [*_SCRIPT_IMPORT.findall(text), *(one for one in whole if not one.startswith(_NAMESPACE))]


def loaded_by(element: Element) -> list[str]:
    """Return every address that a browser asks for because of the element, or sends a form to."""
    found = [element.get(name) for name in _LOADED]
    found += in_srcset(element.get("srcset")) + in_srcset(element.get("imagesrcset"))
    found += in_css(element.get("style"))
    if element.tag in _HREF_IS_LOADED:
        found.append(element.get("href"))
    if element.tag == "link" and not set(element.get("rel").lower().split()) <= _ONLY_NAMED:
        found.append(element.get("href"))
    if element.tag == "meta" and element.get("http-equiv").lower() == "refresh":
        found += _REFRESH.findall(element.get("content"))
    if element.tag == "style":
        found += in_css(element.words)
    if element.tag == "script" and "json" not in element.get("type"):
        found += in_script(element.words)
    return [address for address in found if address]
