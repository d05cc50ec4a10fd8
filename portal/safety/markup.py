"""The elements of a page, in order, with what each says of itself."""

from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True)
class Element:
    """One opening tag; ``words`` is what stands inside a script or style, ``form`` the form around it."""

    tag: str
    attributes: dict[str, str]
    form: dict[str, str] | None = None
    words: str = ""

    def get(self, name: str) -> str:
        """Return the attribute, or nothing."""
        return self.attributes.get(name, "")


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._form: dict[str, str] | None = None

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = attributes
        self.elements.append(Element(tag, attributes, self._form))

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None

    def handle_data(self, data):
        last = self.elements[-1] if self.elements else None
        if last and last.tag in ("script", "style") and self.cdata_elem == last.tag:
            self.elements[-1] = Element(last.tag, last.attributes, last.form, last.words + data)


def elements_of(html: str) -> list[Element]:
    """Return every element of the HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.elements
