"""The rules, each with a name and a hint, and how an answer is judged by all of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..answer import Answer
from . import headers, markup, numbers, origins, policy, scripts


@dataclass(frozen=True)
class Finding:
    """One fault: on which page, by which rule, what it is, and how to mend it."""

    page: str
    rule: str
    what: str
    hint: str


@dataclass(frozen=True)
class Rule:
    """``look`` yields what is wrong, in words; ``for_staff`` rules hold for the sign-in page too."""

    name: str
    look: Callable[[Answer], Iterable[str]]
    hint: str
    for_staff: bool = False


RULES = (
    Rule("answer", headers.answer, "Read the server's log, and mend what stopped the answer.", True),
    Rule(
        "cookie", headers.cookie, "Set no cookie where visitors come: no session, no form token, no message."
    ),
    Rule("referrer", headers.referrer, "Send Referrer-Policy: no-referrer with every answer.", True),
    Rule("referrer", markup.referrer, "Leave the referrer policy to the header, which is stricter."),
    Rule("framing", headers.framing, "Send X-Frame-Options: DENY.", True),
    Rule(
        "resource", headers.resource, "Send Cross-Origin-Resource-Policy: same-origin with every page.", True
    ),
    Rule("type", headers.media_type, "Send a Content-Type, and X-Content-Type-Options: nosniff.", True),
    Rule("storage", headers.storage, "Send Cache-Control: no-store with HTML; let no cache keep more.", True),
    Rule("policy", policy.policy, "Send the Content-Security-Policy of portal/settings/security.py."),
    Rule("other-origin", origins.other_origin, "Keep the file on this site, or link to it instead."),
    Rule("inline", markup.inline, "Move it to a file below portal/static/."),
    Rule("trace", scripts.trace, "Keep nothing and send nothing: the site remembers no visitor."),
    Rule("outbound-link", markup.outbound_link, 'Give the link rel="noreferrer noopener".'),
    Rule("onion", markup.onion, "Take the address out. CONTENT: never site names or hidden addresses."),
    Rule("form", markup.form, 'Send by GET, and give each field autocomplete="off".'),
    Rule(
        "emergency", numbers.emergency, 'Show <a href="tel:999">Call 999</a>: extend base.html, which has it.'
    ),
    Rule("number", numbers.number, "Let the words and the address of the link name the same number."),
)


def check(answer: Answer) -> Iterator[Finding]:
    """Yield every fault of the answer."""
    for rule in RULES:
        if answer.for_staff and not rule.for_staff:
            continue
        yield from (Finding(answer.page, rule.name, what, rule.hint) for what in rule.look(answer))
        if not answer.status:
            return
