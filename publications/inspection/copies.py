"""Copies of PDFs on disk, made and measured in pieces: a large file is never in memory as a whole."""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import IO

from .limits import MAX_BYTES
from .refusals import RefusedPdfError

type Pdf = bytes | IO[bytes]
_PIECE = 256 * 1024  # bytes


@dataclass(frozen=True)
class Copy:
    """A copy that goes when it is closed, its checksum and its size in bytes."""

    file: IO[bytes]
    sha256: str
    size: int


def _pieces(pdf: Pdf) -> Iterator[bytes]:
    """Yield all of it; a file stands at its beginning afterwards, as it did before."""
    file = BytesIO(pdf) if isinstance(pdf, bytes) else pdf
    file.seek(0)
    while piece := file.read(_PIECE):
        yield piece
    file.seek(0)


def sha256_of(pdf: Pdf) -> str:
    """Return the checksum."""
    digest = hashlib.sha256()
    for piece in _pieces(pdf):
        digest.update(piece)
    return digest.hexdigest()


def temporary_file() -> IO[bytes]:
    """Return a new file on disk, which goes when it is closed.

    Raises:
        RefusedPdfError: if there is no room for it.
    """
    try:
        return tempfile.TemporaryFile()
    except OSError as error:
        raise RefusedPdfError("not-checked") from error


@contextmanager
def copy_of(pdf: Pdf) -> Iterator[Copy]:
    """Yield a copy, which a child process may be handed whatever the original is.

    Raises:
        RefusedPdfError: if it is empty or too large, or there is no room for a copy.
    """
    with temporary_file() as file:
        sha256, size = _fill(file, pdf)
        yield Copy(file, sha256, size)


def _fill(file: IO[bytes], pdf: Pdf) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for piece in _pieces(pdf):
        digest.update(piece)
        size += len(piece)
        if size > MAX_BYTES:
            raise RefusedPdfError("too-big")
        try:
            file.write(piece)
        except OSError as error:
            raise RefusedPdfError("not-checked") from error
    if not size:
        raise RefusedPdfError("not-a-pdf")
    try:
        file.seek(0)  # which also writes what was not written yet
    except OSError as error:
        raise RefusedPdfError("not-checked") from error
    return digest.hexdigest(), size
