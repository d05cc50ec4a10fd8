"""Answers that name a file, so that whatever serves the site can send it without Django."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from wsgiref.util import FileWrapper

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from .conditions import Reply, plan_reply

CHUNK = 64 * 1024
# What a browser may do with a PDF. Without "sandbox", in which some readers show nothing: see decision 7.
PDF_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True)
class FilePart:
    """``length`` bytes of the file at ``path`` from ``start``."""

    path: str
    start: int
    length: int


@dataclass(frozen=True)
class FileState:
    """A file as it is now, with what browsers and caches compare."""

    path: str
    size: int
    etag: str
    last_modified: str

    @classmethod
    def of(cls, path: str, etag: str = "") -> "FileState":
        """Return the state of the file. Without a tag of its own it gets one from size and time.

        Raises:
            OSError: if there is no such file.
        """
        found = os.stat(path)
        etag = etag or f'"{found.st_mtime_ns:x}-{found.st_size:x}"'
        return cls(path, found.st_size, etag, http_date(int(found.st_mtime)))

    def plan(self, request) -> Reply:
        """Return which of its bytes answer the request."""
        return plan_reply(self.size, self.etag, self.last_modified, request.headers, request.method)


def _read(part: FilePart) -> Iterator[bytes]:
    """Yield the bytes. The file is opened when the first of them is wanted, which may be never."""
    left = part.length
    with open(part.path, "rb") as file:
        file.seek(part.start)
        while left > 0 and (data := file.read(min(CHUNK, left))):
            left -= len(data)
            yield data


class FileReply(StreamingHttpResponse):
    """An answer whose body is part of a file.

    ``portal.rsgi`` looks at ``part`` and lets the server send it. Under any other server, and in
    tests, the answer streams the same bytes itself.
    """

    def __init__(self, part: FilePart, **kwargs):
        super().__init__(_read(part), **kwargs)
        self.part = part
        self["Content-Length"] = str(part.length)


def reply_with(file: FileState, plan: Reply, content_type: str):
    """Return the planned answer: the file, a part of it, or why not. The only one that sends files."""
    if plan.status in (200, 206):
        part = FilePart(file.path, plan.start, plan.length)
        response: HttpResponseBase = FileReply(part, status=plan.status, content_type=content_type)
        response["Accept-Ranges"] = "bytes"
    else:
        response = HttpResponse(status=plan.status, content_type=content_type)
    if plan.status == 206:
        response["Content-Range"] = f"bytes {plan.start}-{plan.start + plan.length - 1}/{file.size}"
    if plan.status == 416:
        response["Content-Range"] = f"bytes */{file.size}"
    response["ETag"], response["Last-Modified"] = file.etag, file.last_modified
    return response


def reply_from_storage(request, storage, name: str, content_type: str):
    """Return a small stored file, such as a picture, under the conditions of the request.

    Raises:
        OSError: if there is no such file.
        ValueError, SuspiciousOperation: if the name cannot be one.
    """
    try:
        file = FileState.of(storage.path(name))
    except NotImplementedError:  # object storage; browsers may load no picture from another origin
        with storage.open(name) as stored:
            response = HttpResponse(stored.read(), content_type=content_type)
        response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        return get_conditional_response(request, etag=response["ETag"], response=response)
    return reply_with(file, file.plan(request), content_type)


def _whole_file(file) -> FilePart | None:
    """Return the file behind an open one that nobody has read from, or None if it is no real file."""
    try:
        path, opened = os.path.abspath(file.name), os.fstat(file.fileno())
        if os.path.samestat(opened, os.stat(path)) and file.tell() == 0:
            return FilePart(path, 0, opened.st_size)
    except (AttributeError, OSError, TypeError, ValueError):
        pass
    return None


def part_to_send(answer) -> FilePart | None:
    """Return what to send for a WSGI application's answer if that is a file, else None.

    The site's own files arrive as ``FileReply``, those of libraries as WSGI's ``FileWrapper``.
    """
    if isinstance(answer, FileReply):
        return answer.part
    return _whole_file(answer.filelike) if isinstance(answer, FileWrapper) else None
