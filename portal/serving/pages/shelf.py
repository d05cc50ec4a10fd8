"""Kept answers on disk: there after a restart, also one while the database is away."""

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..generation import State
from .entries import Entry, Key
from .variants import Variant

# Raise it when what a file holds changes: what was written otherwise is then passed over.
FORMAT = 1


class Shelf:
    """A folder with a file for each answer. A file is whole or not there.

    What another ``release`` of the program wrote may stand in, but is made anew.
    """

    def __init__(self, folder: Path, release: str = ""):
        self.folder, self.release = folder, release

    def _place(self, key: Key) -> Path:
        return self.folder / hashlib.sha256("\n".join(key).encode("utf-8", "surrogatepass")).hexdigest()

    def put(self, key: Key, entry: Entry) -> None:
        """Write an answer; a full disk leaves the site as quick, but not as ready for its next start."""
        head = {
            "format": FORMAT,
            "release": self.release,
            "key": list(key),
            "state": [entry.state.generation, entry.state.takedowns],
            "fresh_until": entry.fresh_until,
            "ends": entry.ends if entry.ends < float("inf") else None,
            "variants": {
                coding: [len(one.body), one.etag, one.headers, one.headers_unchanged]
                for coding, one in entry.variants.items()
            },
        }
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix="new-", delete=False) as file:
                file.write(json.dumps(head).encode() + b"\n")
                for one in entry.variants.values():
                    file.write(one.body)
            os.replace(file.name, self._place(key))

    def drop(self, key: Key) -> None:
        """Remove an answer."""
        with contextlib.suppress(OSError):
            self._place(key).unlink()

    def all(self) -> Iterator[tuple[Key, Entry]]:
        """Yield every answer with its key, the newest last; what cannot be read is removed."""
        with contextlib.suppress(OSError):
            for path in sorted(self.folder.iterdir(), key=lambda one: one.stat().st_mtime):
                try:
                    yield self._read(path)
                except (OSError, ValueError, KeyError, TypeError):
                    with contextlib.suppress(OSError):
                        path.unlink()

    def _read(self, path: Path) -> tuple[Key, Entry]:
        """Read a file of the shelf.

        Raises:
            ValueError, KeyError, TypeError: if it is damaged, or of another format.
        """
        with path.open("rb") as file:
            head = json.loads(file.readline())
            if head["format"] != FORMAT:
                raise ValueError
            variants = {}
            for coding, (length, etag, headers, unchanged) in head["variants"].items():
                body = file.read(length)
                if len(body) != length:
                    raise ValueError
                as_pairs = ([tuple(one) for one in pairs] for pairs in (headers, unchanged))
                variants[coding] = Variant(body, etag, *as_pairs)
        ends = float("inf") if head["ends"] is None else head["ends"]
        fresh_until = head["fresh_until"] if head["release"] == self.release else 0
        return Key(*head["key"]), Entry(State(*head["state"]), fresh_until, ends, variants)
