"""Sheets on the disk: each is made once for what it says, and made anew when that changes."""

import json
import os
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from .typesetting import maker, typeset


def _folder() -> Path:
    return settings.DATA_DIR / "take_along"


def kept(name: str, says: dict) -> bytes:
    """Return the PDF, named like "card-1.pdf", that says this; whatever else had the name goes."""
    stem = Path(name).stem
    told = json.dumps([maker(), says], sort_keys=True)
    path = _folder() / f"{stem}-{sha256(told.encode()).hexdigest()[:32]}.pdf"
    try:
        return path.read_bytes()
    except FileNotFoundError:
        pdf = typeset(says)
        _write(path, pdf)
        for other in path.parent.glob(f"{stem}-*.pdf"):
            if other != path:
                other.unlink(missing_ok=True)
        return pdf


def _write(path: Path, pdf: bytes) -> None:
    """Let the file appear whole or not at all; several processes may write the same one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{uuid4().hex}.new")
    unfinished.write_bytes(pdf)
    os.replace(unfinished, path)
