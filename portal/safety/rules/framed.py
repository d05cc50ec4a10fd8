"""The one exception to the rules about frames: cards for other sites, if they hold nothing to misuse."""

from urllib.parse import urlsplit

from portal.answering.framing import CARD

from ..answer import Answer

# What the rule about policies says of a page that anyone may frame.
ANYONE = "frame-ancestors allows *"
FORBIDDEN = {"script", "form", "input", "button", "textarea", "select", "iframe", "object", "embed"}


def may_be_framed(answer: Answer) -> bool:
    """Whether it is a card: at a card's address, found, without cookie, script, form or frame."""
    is_card = answer.status == 200 and urlsplit(answer.url).path.endswith(f"/{CARD}/")
    return is_card and not answer.cookies and not any(one.tag in FORBIDDEN for one in answer.elements)
