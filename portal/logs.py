"""How a log line is written: without what tells of the visitor behind it.

Answers below status 500 are not logged at all (see LOGGING). A fault is, with the path and where in
the code it happened; but messages of faults often repeat what somebody typed.
"""

import logging
import re
from urllib.parse import parse_qsl, unquote_plus

REMOVED = "[removed]"
TELLING_HEADERS = ("REMOTE_ADDR", "HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_USER_AGENT", "HTTP_REFERER")


def _told_by(request) -> set[str]:
    """Return everything in the request that tells of its sender: also each word they searched for."""
    query = request.META.get("QUERY_STRING", "")
    told = {query, unquote_plus(query), *(request.META.get(name, "") for name in TELLING_HEADERS)}
    told.update(part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(","))
    for _, value in parse_qsl(query, keep_blank_values=True):
        told.update((value, *re.findall(r"\w+", value)))
    return told - {""}


def without_visitor(text: str, request) -> str:
    """Return the text without anything that the request tells of its sender."""
    told = sorted(_told_by(request), key=len, reverse=True)
    if not told:
        return text
    pattern = "|".join(re.escape(one) for one in told)
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", REMOVED, text, flags=re.IGNORECASE)


class WithoutVisitorFormatter(logging.Formatter):
    """Writes a line as Python does, then takes the visitor out of it."""

    def format(self, record):
        text = super().format(record)
        request = getattr(record, "request", None)
        return without_visitor(text, request) if hasattr(request, "META") else text
