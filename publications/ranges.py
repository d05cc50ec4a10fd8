"""Which bytes of a file answer a request (RFC 9110): a plain function that knows no server."""

import re
from dataclasses import dataclass

from django.utils.http import parse_http_date_safe

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


@dataclass(frozen=True)
class Reply:
    """What to send: status, and ``length`` bytes from ``start``."""

    status: int
    start: int = 0
    length: int = 0


def _matches(header: str, etag: str) -> bool:
    """Whether an If-None-Match header names the tag (weak comparison) or anything at all."""
    tags = {tag.strip().removeprefix("W/") for tag in header.split(",")}
    return "*" in tags or etag in tags


def _is_newer(last_modified: str, if_modified_since: str) -> bool:
    """Whether the file changed after the date; true where the date says nothing."""
    since, changed = parse_http_date_safe(if_modified_since), parse_http_date_safe(last_modified)
    return since is None or changed is None or changed > since


def plan_reply(
    size: int,
    etag: str,
    last_modified: str,
    *,
    range_header: str = "",
    if_range: str = "",
    if_none_match: str = "",
    if_modified_since: str = "",
) -> Reply:
    """Return the reply for a GET or HEAD of a file.

    Several ranges at once, and ranges that make no sense, are answered with the whole file, as the
    standard allows; a range beyond the end is refused (416). ``If-Range`` must match exactly, else
    the whole file is sent, so that a resumed download never joins two different files.
    """
    if if_none_match:
        if _matches(if_none_match, etag):
            return Reply(304)
    elif not _is_newer(last_modified, if_modified_since):
        return Reply(304)
    whole = Reply(200, 0, size)
    found = _RANGE.fullmatch(range_header.strip())
    if not found or (if_range and if_range.strip() not in (etag, last_modified)):
        return whole
    first, last = found.groups()
    if not first and not last:
        return whole
    if not first:
        length = min(int(last[:20]), size)
        return Reply(206, size - length, length) if length else Reply(416)
    start = int(first[:20])
    if start >= size:
        return Reply(416)
    if last and int(last[:20]) < start:
        return whole
    end = min(int(last[:20]), size - 1) if last else size - 1
    return Reply(206, start, end - start + 1)
