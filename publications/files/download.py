"""Answers a request for a document's file: whole, in part, or not again."""

import os
from functools import cached_property
from urllib.parse import quote

from django.conf import settings
from django.http import Http404
from django.utils.crypto import salted_hmac

from portal.safety.fetching import AGENT
from portal.serving.conditions import Reply
from portal.serving.files import PDF_POLICY, FileState, reply_with

from .delivery import by_nginx, by_object_storage, local_path
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
        path = local_path(version.file)
        # Of a file that is stored elsewhere nothing is known.
        self.file = None if path is None else self._state_of(path)

    def _state_of(self, path: str) -> FileState:
        try:
            found = os.stat(path)
            return FileState.of(path, self._etag(int(found.st_mtime), found.st_size))
        except OSError as error:
            raise Http404("The file is missing from the store.") from error

    def _etag(self, changed: int, size: int) -> str:
        """Return a strong tag, the same after a restart, from which nothing can be learnt of the bytes."""
        if settings.X_ACCEL_PREFIX:
            return f'"{changed:x}-{size:x}"'  # nginx's own, since it compares
        told = f"{self.version.sha256 or changed}:{size}"
        return f'"{salted_hmac("publications.files.download", told, algorithm="sha256").hexdigest()[:32]}"'

    @cached_property
    def plan(self) -> Reply:
        """Which bytes are asked for; of a file that is stored elsewhere only the first is known."""
        if self.file is None:
            asked = self.request.headers.get("Range", "") if self.request.method == "GET" else ""
            return Reply(302, start=0 if not asked or asked.startswith("bytes=0-") else 1)
        return self.file.plan(self.request)

    @property
    def is_counted(self) -> bool:
        """Whether a visitor's download begins with this answer: not a part of one, nor a look at it."""
        if self.request.method != "GET" or settings.SESSION_COOKIE_NAME in self.request.COOKIES:
            return False
        if self.request.headers.get("User-Agent") == AGENT:
            return False
        plan = self.plan
        begins = plan.status in (200, 206, 302) and plan.start == 0
        return begins and (plan.status == 302 or plan.length >= min(PROBE, self.file.size))

    def response(self):
        """Return the file or the part asked for, or an answer that lets nginx or the store send it."""
        if self.file is None:
            return by_object_storage(self.version.file)
        if settings.X_ACCEL_PREFIX:
            response = by_nginx(self.version.file.name)
        else:
            response = reply_with(self.file, self.plan, "application/pdf")
        for header, value in self._headers().items():
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
            "Content-Security-Policy": PDF_POLICY,
            "X-Content-Type-Options": "nosniff",
            "X-Robots-Tag": self.robots,
        }
