"""What a page needs on paper, where no link can be followed."""

import re
from html import unescape

from django import template
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

register = template.Library()
# Nobody types a longer address, in characters: the page's own leads there.
LONGEST = 60
# A link and what it holds, up to the next one at most: so no text keeps the pattern busy.
_LINK = re.compile(r"<a\s([^<>]*)>([^<]*(?:<(?!/?a[\s>])[^<]*)*)</a>")
_HREF = re.compile(r'\bhref="(https?://[^"]+)"')


def _bare(address: str) -> str:
    without_scheme = address.removeprefix("https://").removeprefix("http://")
    return without_scheme.removeprefix("www.").rstrip("/")


def addresses_in(html: str) -> list[tuple[str, str]]:
    """Return the words and the address of each link to another site, in plain text and each address once.

    An address comes without its ``https://``. Links whose words say the address are left out, and so are
    addresses that nobody types.
    """
    found: dict[str, str] = {}
    for attributes, content in _LINK.findall(html):
        if not (address := _HREF.search(attributes)):
            continue
        words = " ".join(unescape(strip_tags(content)).split())
        bare = _bare(unescape(address[1]))
        if _bare(words) != bare and len(bare) <= LONGEST:
            found.setdefault(bare, words)
    return [(words, address) for address, words in found.items()]


@register.simple_block_tag(takes_context=True)
def with_addresses(context, content: SafeString) -> SafeString:
    """Add to a page's main part the list of its addresses that is printed at the end, and only there."""
    seen = {"page_address": context.get("canonical_url"), "addresses": addresses_in(content)}
    return content + render_to_string("components/addresses.html", seen)
