"""Writes the files of a mirror; those that say the same as before are linked, not written."""

import gzip
import hashlib
import os
import shutil
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli
from django.conf import settings

from ..safety.answer import Answer
from .asking import Asked
from .manifest import Entry

INDEX, QUERIES = "index", "/_queries"
# Made in milliseconds, and smaller than the server's own: a page is compressed once for each change.
BROTLI_QUALITY, GZIP_LEVEL = 9, 9
# Of what its source says, these are nginx's own business or the answer's alone.
_NOT_KEPT = {
    *("content-length", "content-encoding", "content-range", "accept-ranges", "etag", "last-modified"),
    *("date", "expires", "server", "connection", "vary", "location", "x-accel-expires", "x-accel-redirect"),
}


def name_for(address: str) -> str:
    """Return under which name below ``files/`` an address lies, with "/" at its start."""
    parts = urlsplit(address)
    if parts.query:
        return f"{QUERIES}/{hashlib.sha256(address.encode()).hexdigest()[:32]}"
    path = unquote(parts.path)
    return f"{path}{INDEX}" if path.endswith("/") else path


def kept_headers(headers: dict[str, str]) -> dict[str, str]:
    """Return those that a mirror sends as well."""
    return {name: value for name, value in headers.items() if name not in _NOT_KEPT}


class Writer:
    """Writes below ``folder``.

    ``before`` is where the files of the mirror before lie, and ``known`` says by name what they are.
    """

    def __init__(self, folder: Path, before: Path | None = None, known: dict[str, Entry] | None = None):
        self.folder, self.before, self.known = folder, before, known or {}
        self.written = self.linked = 0

    def put(self, name: str, asked: Asked) -> Entry:
        """Write or link what was answered; return how it is kept.

        Raises:
            OSError: if it cannot be written, such as on a full disk.
        """
        answer, text = asked.answer, asked.is_text
        mark = _mark(asked)
        entry = Entry(answer.status, kept_headers(answer.headers), name, mark, text)
        if text:
            entry.headers["vary"] = "Accept-Encoding"
        old = self.known.get(name)
        if self.before and old and old.mark == mark and old.is_text == text:
            self._link(name, text)
        else:
            self._write(name, asked, text)
        return entry

    @staticmethod
    def redirect(answer: Answer) -> Entry:
        """Return a redirect as it is kept: to a path of this site, so that it works behind any name."""
        headers = kept_headers(answer.headers)
        headers.pop("content-type", None)  # nginx writes its own few words into the answer
        leads_to = answer.headers["location"].removeprefix(settings.BASE_URL) or "/"
        return Entry(answer.status, headers, leads_to=leads_to)

    def keep(self, entry: Entry) -> None:
        """Leave the files of an address as they were in the mirror before."""
        self._link(entry.name, entry.is_text)

    def _link(self, name: str, text: bool) -> None:
        for ending in ("", ".gz", ".br") if text else ("",):
            place = self._place(name + ending)
            os.link(f"{self.before}{name}{ending}", place)
        self.linked += 1

    def _place(self, name: str) -> Path:
        place = Path(f"{self.folder}{name}")
        place.parent.mkdir(parents=True, exist_ok=True)
        return place

    def _write(self, name: str, asked: Asked, text: bool) -> None:
        changed = self._time_of_change(name)
        place = self._place(name)
        if asked.file:
            shutil.copyfile(asked.file, place)
        else:
            place.write_bytes(asked.answer.body)
        written = [place]
        if text:
            for ending, body in (
                (".gz", gzip.compress(asked.answer.body, GZIP_LEVEL, mtime=0)),
                (".br", brotli.compress(asked.answer.body, quality=BROTLI_QUALITY)),
            ):
                written.append(self._place(name + ending))
                written[-1].write_bytes(body)
        for one in written:
            os.utime(one, (changed, changed))
        self.written += 1

    def _time_of_change(self, name: str) -> int:
        """Return now, or a second after the file before: nginx makes its tags of time and size."""
        now = int(time.time())
        try:
            return max(now, int(os.stat(f"{self.before}{name}").st_mtime) + 1) if self.before else now
        except OSError:
            return now


def _mark(asked: Asked) -> str:
    if asked.file is None:
        return hashlib.sha256(asked.answer.body).hexdigest()
    found = asked.file.stat()
    return f"{asked.file.name}:{found.st_size}:{found.st_mtime_ns}"
