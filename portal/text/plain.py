"""HTML without looks: the same words in the same order, for slow connections and for files."""

import re

from bs4 import BeautifulSoup, Comment, NavigableString, Tag

# What stays, with the attributes that it keeps. Everything else leaves its words behind.
KEPT: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote"), ()),
    **dict.fromkeys(("b", "strong", "i", "em", "cite", "br", "table", "caption", "thead", "tbody", "tr"), ()),
    "a": ("href", "rel"),
    "th": ("scope",),
    "td": (),
}
# What goes with all that is in it.
_GONE = {"script", "style", "svg", "template", "noscript", "form", "button", "input", "select", "iframe"}
# What stands on a line of its own, so that its words must not run into those of its neighbours.
_BLOCKS = {"div", "section", "article", "aside", "figure", "figcaption", "summary", "header", "footer"}
_INLINE = {"a", "b", "strong", "i", "em", "cite", "br", "span", "time", "abbr", "small"}
_SPACE = re.compile(r"\s+")
# After what was white space became one space.
_BETWEEN = re.compile(
    r" ?(</?(?:h[1-4]|p|ul|ol|li|dl|dt|dd|blockquote|table|caption|thead|tbody|tr|th|td)\b[^<>]*+>) ?"
)


def plain_html(html: str) -> str:
    """Return the HTML with headings, paragraphs, lists, tables and links, and nothing else.

    Pictures become their words; what the HTML hides from sight goes; a link to a place on the same page
    loses its address, since no place keeps its name.
    """
    soup = BeautifulSoup(html, "html.parser", multi_valued_attributes=None)
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in soup.find_all(True):
        if not tag.decomposed:
            _make_plain(tag)
    return _BETWEEN.sub(r"\1", _SPACE.sub(" ", soup.decode(formatter="minimal"))).strip()


def _make_plain(tag: Tag) -> None:
    if tag.name in _GONE or "hidden" in tag.attrs or "visually-hidden" in str(tag.attrs.get("class", "")):
        tag.decompose()
    elif tag.name == "img":
        tag.replace_with(NavigableString(str(tag.attrs.get("alt", ""))))
    elif tag.name in _BLOCKS and _holds_words_alone(tag):
        tag.name, tag.attrs = "p", {}
    elif tag.name not in KEPT:
        tag.unwrap()
    else:
        kept = {name: tag.attrs[name] for name in KEPT[tag.name] if name in tag.attrs}
        tag.attrs = {} if str(kept.get("href", "")).startswith("#") else kept


def _holds_words_alone(tag: Tag) -> bool:
    """Whether it holds running text and nothing that is a paragraph by itself."""
    if tag.parent is not None and tag.parent.name in ("p", "dl"):
        return False
    return bool(tag.get_text(strip=True)) and all(part.name in _INLINE for part in tag.find_all(True))
