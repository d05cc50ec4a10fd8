"""The elements of a page and of the pages written into its frames, with what each says of itself."""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, NavigableString, Tag, XMLParsedAsHTMLWarning

# A frame may hold a page that holds a frame: nobody writes more of them than this by mistake.
MAX_FRAMES = 5
_NOT_WORDS = {"script", "style", "template", "noscript", "head"}


@dataclass(frozen=True)
class Element:
    """One element; ``form`` is what the form around it says of itself.

    ``words`` is what stands inside a script or style, or what a reader sees of a link. ``is_shown`` says
    whether the HTML itself lets everybody see it; what stylesheets hide is not known here.
    """

    tag: str
    attributes: dict[str, str]
    form: dict[str, str] | None = None
    words: str = ""
    is_shown: bool = True

    def get(self, name: str) -> str:
        """Return the attribute, or nothing."""
        return self.attributes.get(name, "")


def _value(tag: Tag, name: str) -> str:
    """Return an attribute, which is one text: `_soup` asks for that."""
    value = tag.attrs.get(name)
    return value if isinstance(value, str) else ""


def _hides(tag: Tag, child: Tag | None) -> bool:
    """Whether the element keeps ``child``, or with None its own words, from some readers."""
    attributes = tag.attrs
    style = "".join(_value(tag, "style").lower().split())
    if tag.name in _NOT_WORDS or "hidden" in attributes or "inert" in attributes:
        return True
    if _value(tag, "aria-hidden").strip().lower() == "true":
        return True
    if tag.name in ("details", "dialog") and "open" not in attributes:
        return child is None or child.name != "summary"
    return "display:none" in style or "visibility:hidden" in style


def _is_shown(tag: Tag) -> bool:
    child = None
    for one in (tag, *tag.parents):
        if _hides(one, child):
            return False
        child = one
    return True


def _seen_words(tag: Tag) -> str:
    """Return the words of a link that everybody sees, with those that stand for its pictures."""
    words: list[str] = []
    for part in tag.descendants:
        if isinstance(part, Tag):
            words.append(_value(part, "alt") if part.name == "img" and _is_shown(part) else " ")
        elif type(part) is NavigableString and part.parent and _is_shown(part.parent):
            words.append(part)
    return "".join(words)


def _words(tag: Tag) -> str:
    if tag.name in ("script", "style"):
        return "".join(str(part) for part in tag.children)
    return _seen_words(tag) if tag.name == "a" else ""


def _soup(html: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        # A drawing is XML; its tags and attributes are all that is looked at.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        # Browsers take the first of two attributes of one name.
        return BeautifulSoup(
            html, "html.parser", multi_valued_attributes=None, on_duplicate_attribute="ignore"
        )


def _attributes(tag: Tag) -> dict[str, str]:
    return {name: _value(tag, name) for name in tag.attrs}


def _elements(html: str, frames: int) -> Iterator[Element]:
    for tag in _soup(html).find_all(True):
        attributes = _attributes(tag)
        form = tag if tag.name == "form" else tag.find_parent("form")
        around = _attributes(form) if form else None
        yield Element(tag.name, attributes, around, _words(tag), _is_shown(tag))
        if frames and (inside := attributes.get("srcdoc")):
            yield from _elements(inside, frames - 1)


def elements_of(html: str) -> list[Element]:
    """Return every element of the HTML."""
    return list(_elements(html, MAX_FRAMES))
