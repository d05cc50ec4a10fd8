"""Which bytes of a file answer a request (RFC 9110): plain functions that know no server."""

import re
from dataclasses import dataclass

from django.utils.http import parse_http_date_safe

_TAG = re.compile(r'(?:W/)?"[^"]*"')
_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.IGNORECASE)


@dataclass(frozen=True)
class Reply:
    """What to send: status, and ``length`` bytes from ``start``."""

    status: int
    start: int = 0
    length: int = 0


def _names(header: str, etag: str, *, weakly: bool) -> bool:
    """Whether a list of tags names this one, or anything at all; a weak tag only where that will do."""
    if header.strip() == "*":
        return True
    tags = _TAG.findall(header)
    if weakly:
        return etag.removeprefix("W/") in [tag.removeprefix("W/") for tag in tags]
    return etag in tags and not etag.startswith("W/")


def _is_newer(last_modified: str, since: str) -> bool | None:
    """Whether the file changed after the date; None where one of them says nothing."""
    asked, changed = parse_http_date_safe(since), parse_http_date_safe(last_modified)
    return None if asked is None or changed is None else changed > asked


def _without_bytes(etag: str, last_modified: str, headers) -> Reply | None:
    """Return the answer of the first four conditions, in the order of RFC 9110, 13.2.2."""
    if if_match := headers.get("If-Match"):
        if not _names(if_match, etag, weakly=False):
            return Reply(412)
    elif _is_newer(last_modified, headers.get("If-Unmodified-Since", "")):
        return Reply(412)
    if if_none_match := headers.get("If-None-Match"):
        return Reply(304) if _names(if_none_match, etag, weakly=True) else None
    is_same = _is_newer(last_modified, headers.get("If-Modified-Since", "")) is False
    return Reply(304) if is_same else None


def _part(size: int, first: str, last: str) -> Reply:
    """Return the part from ``first`` to ``last``; without ``first``, the last so many bytes."""
    if not first:
        length = min(int(last[:20]), size)
        return Reply(206, size - length, length) if length else Reply(416)
    start = int(first[:20])
    if start >= size:
        return Reply(416)
    end = min(int(last[:20]), size - 1) if last else size - 1
    return Reply(206, start, end - start + 1) if end >= start else Reply(200, 0, size)


def plan_reply(size: int, etag: str, last_modified: str, headers, method: str = "GET") -> Reply:
    """Return the reply for a GET or HEAD of a file with these request headers.

    A download that goes on after the file was replaced is refused (412), by whichever condition a
    browser sends, or answered with the whole file (``If-Range``), so that no two files are ever
    joined. Several ranges at once, and ranges that make no sense, are answered with the whole file,
    as the standard allows; a range beyond the end is refused (416).
    """
    if reply := _without_bytes(etag, last_modified, headers):
        return reply
    whole = Reply(200, 0, size)
    found = _RANGE.fullmatch(headers.get("Range", "").strip()) if method == "GET" else None
    if not found or not any(found.groups()):
        return whole
    if_range = headers.get("If-Range", "").strip()
    if if_range and (if_range not in (etag, last_modified) or if_range.startswith("W/")):
        return whole
    return _part(size, *found.groups())
