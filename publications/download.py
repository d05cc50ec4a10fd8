"""Answers a request for a document's file: whole, in part, or not again."""

import os
from functools import cached_property
from urllib.parse import quote

from django.conf import settings
from django.http import Http404
from django.utils.crypto import salted_hmac
from django.utils.http import http_date

from portal.safety.fetching import AGENT

from .delivery import by_nginx, by_object_storage, by_this_server, local_path
from .ranges import Reply, plan_reply
from .versions import Version

# Less than this, unless it is the whole file, is a look at the file and no download of it.
PROBE = 64 * 1024


class Download:
    """A reader's request for one version of a file, to be kept as ``name`` (ASCII).

    ``is_listed`` says whether search engines may list the file; a copy of it they may never keep.

    Raises:
        Http404: when made, if the file is gone from the store.
    """

    def __init__(self, request, version: Version, name: str, *, is_listed: bool = False):
        self.request, self.version, self.name = request, version, name
        self.robots = "noarchive" if is_listed else "noindex, noarchive"
        self.path = local_path(version.file)
        self.size = 0
        if self.path is not None:
            try:
                found = os.stat(self.path)
            except OSError as error:
                raise Http404("The file is missing from the store.") from error
            self.size, self.changed = found.st_size, int(found.st_mtime)

    @property
    def etag(self) -> str:
        """A strong tag, the same after every restart, from which nothing can be learnt of the bytes."""
        if settings.X_ACCEL_PREFIX:
            return f'"{self.changed:x}-{self.size:x}"'  # nginx's own, since it compares
        told = f"{self.version.sha256 or self.changed}:{self.size}"
        return f'"{salted_hmac("publications.download", told, algorithm="sha256").hexdigest()[:32]}"'

    @cached_property
    def plan(self) -> Reply:
        """Which bytes are asked for; of a file that is stored elsewhere only the first is known."""
        headers = self.request.headers
        asked = headers.get("Range", "") if self.request.method == "GET" else ""
        if self.path is None:
            return Reply(302, start=0 if not asked or asked.startswith("bytes=0-") else 1)
        return plan_reply(
            self.size,
            self.etag,
            http_date(self.changed),
            range_header=asked,
            if_range=headers.get("If-Range", ""),
            if_none_match=headers.get("If-None-Match", ""),
            if_modified_since=headers.get("If-Modified-Since", ""),
        )

    @property
    def is_counted(self) -> bool:
        """Whether a visitor's download begins with this answer: not a part of one, nor a look at it."""
        if self.request.method != "GET" or settings.SESSION_COOKIE_NAME in self.request.COOKIES:
            return False
        if self.request.headers.get("User-Agent") == AGENT:
            return False
        plan = self.plan
        begins = plan.status in (200, 206, 302) and plan.start == 0
        return begins and (plan.status == 302 or plan.length >= min(PROBE, self.size))

    def response(self):
        """Return the answer."""
        if self.path is None:
            return by_object_storage(self.version.file)
        if settings.X_ACCEL_PREFIX:
            response = by_nginx(self.version.file.name)
            names = self._headers()
        else:
            response = by_this_server(self.path, self.plan, self.size)
            if self.plan.status == 200 and self.request.method == "HEAD":
                response["Content-Length"] = str(self.size)
            names = self._headers() | {"ETag": self.etag, "Last-Modified": http_date(self.changed)}
        for header, value in names.items():
            response[header] = value
        return response

    def _headers(self) -> dict[str, str]:
        return {
            "Content-Type": "application/pdf",
            "Content-Disposition": f"inline; filename=\"{self.name}\"; filename*=UTF-8''{quote(self.name)}",
            "Accept-Ranges": "bytes",
            # The file may be withdrawn at any moment, so whoever keeps it must ask again each time.
            "Cache-Control": "public, no-cache",
            "Content-Language": self.version.language,
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            "X-Content-Type-Options": "nosniff",
            "X-Robots-Tag": self.robots,
        }
