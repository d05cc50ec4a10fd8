"""Answers that name a file, so that whatever serves the site can send it without Django."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from wsgiref.util import FileWrapper

from django.http import StreamingHttpResponse

CHUNK = 64 * 1024


@dataclass(frozen=True)
class FilePart:
    """``length`` bytes of the file at ``path`` from ``start``."""

    path: str
    start: int
    length: int


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

    Static files and pictures arrive as WSGI's own ``FileWrapper``, downloads as ``FileReply``.
    """
    if isinstance(answer, FileReply):
        return answer.part
    return _whole_file(answer.filelike) if isinstance(answer, FileWrapper) else None
