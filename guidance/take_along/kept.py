"""Sheets on the disk: each is made once for what it says, and made anew when that changes."""

import json
import logging
import os
import time
from hashlib import sha256
from pathlib import Path
from threading import Lock
from uuid import uuid4

from django.conf import settings

from .typesetting import TypesettingError, maker, typeset

logger = logging.getLogger(__name__)
# How long nobody tries again to make a sheet that could not be made.
AGAIN_SECONDS = 60
_making = Lock()
_failed: dict[Path, float] = {}


def _folder() -> Path:
    return settings.DATA_DIR / "take_along"


def kept(name: str, says: dict) -> bytes:
    """Return the PDF, named like "card-1.pdf", that says this; whatever else had the name goes."""
    stem = Path(name).stem
    told = json.dumps([maker(), says], sort_keys=True)
    path = _folder() / f"{stem}-{sha256(told.encode()).hexdigest()[:32]}.pdf"
    if pdf := _on_disk(path):
        return pdf
    with _making:  # one at a time: whoever waited finds what the first one made
        return _on_disk(path) or _made(path, stem, says)


def _on_disk(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _made(path: Path, stem: str, says: dict) -> bytes:
    """Make the sheet; after a failure not again for a while, since each visitor would wait for it."""
    if _failed.get(path, 0) > time.monotonic():
        raise TypesettingError(f"{stem} could not be made a moment ago")
    try:
        pdf = typeset(says)
    except TypesettingError:
        _failed.clear()
        _failed[path] = time.monotonic() + AGAIN_SECONDS
        raise
    try:
        _write(path, pdf)
        for other in path.parent.glob(f"{stem}-*.pdf"):
            if other != path:
                other.unlink(missing_ok=True)
    except OSError:  # a full disk: the sheet is there all the same
        logger.exception("A sheet could not be kept")
    return pdf


def _write(path: Path, pdf: bytes) -> None:
    """Let the file appear whole or not at all; several processes may write the same one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{uuid4().hex}.new")
    try:
        unfinished.write_bytes(pdf)
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
