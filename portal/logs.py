"""How a log line is written: without what tells of the visitor behind it.

Answers below status 500 are not logged at all (see LOGGING). A fault is, with the path and where in
the code it happened; but messages of faults often repeat what somebody typed.
"""

import logging
import re
from urllib.parse import parse_qsl, unquote_plus

REMOVED = "[removed]"
_WORD = re.compile(r"\w+")
# Of either version of the internet protocol.
_ADDRESS = re.compile(r"(?<![0-9a-f.:])[0-9a-f]*+[.:][0-9a-f.:]++", re.IGNORECASE)
TELLING_HEADERS = ("REMOTE_ADDR", "HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_USER_AGENT", "HTTP_REFERER")


def _told_by(request) -> set[str]:
    """Return what in the request tells of its sender, each as a whole: there are only a few."""
    query = request.META.get("QUERY_STRING", "")
    headers = [request.META.get(name, "") for name in TELLING_HEADERS]
    return {query, unquote_plus(query), *headers} - {""}


def _words_told_by(request) -> set[str]:
    """Return every word of what was asked, and every address of a network, in small letters."""
    query = request.META.get("QUERY_STRING", "")
    values = [value for _, value in parse_qsl(query, keep_blank_values=True)]
    addresses = request.META.get("HTTP_X_FORWARDED_FOR", "")
    return set(_WORD.findall(" ".join(values).lower())) | set(_ADDRESS.findall(addresses.lower()))


def without_visitor(text: str, request) -> str:
    """Return the text without anything that the request tells of its sender.

    Words are looked up in a set: a request can hold thousands, and to try each of them at each place of
    the text would take longer than the fault itself.
    """
    for one in sorted(_told_by(request), key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(one)}(?!\w)", re.IGNORECASE)
        text = pattern.sub(REMOVED, text)
    words = _words_told_by(request) - {"removed"}

    def kept(match):
        return REMOVED if match[0].lower() in words else match[0]

    return _WORD.sub(kept, _ADDRESS.sub(kept, text))


class WithoutVisitorFormatter(logging.Formatter):
    """Writes a line as Python does, then takes the visitor out of it."""

    def format(self, record):
        text = super().format(record)
        request = getattr(record, "request", None)
        return without_visitor(text, request) if hasattr(request, "META") else text
