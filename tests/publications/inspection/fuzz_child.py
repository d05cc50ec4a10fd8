"""Inspects many damaged copies of a PDF, each in a fork of this process under the product's own limits.

Run as ``python -m tests.publications.inspection.fuzz_child FILE FIRST LAST``; prints one JSON line for each
seed.
Forking saves what a process of its own for each copy would spend on loading the libraries.
"""

import json
import os
import random
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2  # noqa: F401 - loaded once, before the forks

from publications.inspection.child.main import limit_this_process, report_on


def damaged(content: bytes, seed: int) -> bytes:
    """Return the content with bytes changed, moved, doubled or lost, the same for the same seed."""
    chance, out = random.Random(seed), bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        place, length = chance.randrange(len(out)), chance.choice((1, 1, 4, 64, 2000))
        kind = chance.randrange(8)
        if kind <= 3:
            out[place : place + 1] = bytes([chance.randrange(256)])
        elif kind == 4:
            out[place : place + length] = b""
        elif kind == 5:
            out[place:place] = out[place : place + length]
        elif digits := [at for at in range(place, min(place + 400, len(out))) if 48 <= out[at] <= 57]:
            out[chance.choice(digits)] = 48 + chance.randrange(10)
    return bytes(out)


def unpacked(content: bytes) -> bytes:
    """Return the PDF with nothing compressed, so that a changed byte reaches what is inside."""
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
        )
    return out.getvalue()


def outcome(content: bytes) -> str:
    """Return "facts", or the code of the refusal; anything else is raised."""
    report = report_on(content)
    if "refused" in report:
        return report["refused"]
    json.dumps(report)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) == report["facts"]["page_count"] == len(report["facts"]["page_texts"])
    return "facts"


def in_fork(content: bytes) -> str:
    """Return the outcome, or "killed" if a limit or a crash ended the fork, or "raised"."""
    reading, writing = os.pipe()
    if not (child := os.fork()):
        result = "raised"
        try:
            limit_this_process()
            result = outcome(content)
        finally:
            os.write(writing, result.encode())
            os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:
        result = pipe.read().decode()
    os.waitpid(child, 0)
    return result or "killed"


if __name__ == "__main__":
    packed = Path(sys.argv[1]).read_bytes()
    both = packed, unpacked(packed)
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        print(json.dumps([number, in_fork(damaged(both[number % 3 > 0], number))]), flush=True)
