"""Takes single paragraphs out of rich text."""

import re

from bs4 import BeautifulSoup

# What an editor can make that stands by itself, and what is empty once its parts are gone.
PARTS = ["p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote"]
HOLDERS = ["li", "ul", "ol"]


def without_paragraphs(html: str, unwanted: re.Pattern) -> str:
    """Return rich text without the paragraphs and list items that match; nothing if what is left matches."""
    if not unwanted.search(html):
        return html
    soup = BeautifulSoup(html, "html.parser")
    # Inner ones first, so that an item of a list goes and not the item that holds the list.
    for part in reversed(soup.find_all(PARTS)):
        if unwanted.search(str(part)):
            part.decompose()
    for holder in reversed(soup.find_all(HOLDERS)):
        if not holder.get_text(strip=True):
            holder.decompose()
    left = str(soup)
    return "" if unwanted.search(left) else left
