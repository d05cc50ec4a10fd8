"""What an upload costs the server in memory, its child processes included (`make bench`)."""

import os
import threading
import time
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.browser.site_process import web_server
from tests.factories import pdf_bytes

from .asking import Staff
from .process_tree import children, settled

MEGABYTE = 1024 * 1024
LOOK_SECONDS = 0.02


def pictures(count: int = 20, size: int = 55 * MEGABYTE // 20) -> bytes:
    """Return a PDF with a page for each picture, which cannot be compressed."""
    pdf = pikepdf.new()
    for _ in range(count):
        page = pdf.add_blank_page()
        side = int((size // 3) ** 0.5)
        picture = pdf.make_stream(
            os.urandom(side * side * 3),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=side,
            Height=side,
            BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceRGB,
        )
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=picture))
        page.Contents = pdf.make_stream(b"q 600 0 0 800 0 0 cm /P Do Q")
    out = BytesIO()
    pdf.save(out, compress_streams=False)
    return out.getvalue()


# The most that each may take, in megabytes. One picture is read as a whole, and drawn, for the cover.
FILES = {
    "twenty pictures": (pictures, 60),
    "one picture": (lambda: pictures(1, 55 * MEGABYTE), 200),
}


def _pss(pid: int) -> dict[int, float]:
    """Return what the process and all below it hold in memory, each shared page once, in megabytes."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        found = {pid: next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024}
        below = children(pid)
    except (OSError, StopIteration):
        return {}
    for child in below:
        found |= _pss(child)
    return found


@contextmanager
def watched(pid: int):
    """Yield what each look at the memory of the tree has found; look every 20 ms."""
    found, ended = [], threading.Event()

    def watch() -> None:
        while not ended.wait(LOOK_SECONDS):
            found.append(_pss(pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield found
    finally:
        ended.set()
        watcher.join()


@pytest.mark.bench
@pytest.mark.parametrize("kind", FILES)
def test_an_upload_of_55_megabytes_takes_no_more_than_reading_its_largest_part(own_site, capsys, kind):
    make, most = FILES[kind]
    content = make()
    with web_server(own_site.data_dir) as server:
        settled(server)
        staff = Staff(server)
        staff.get("/admin/documents/add/").read()
        staff.upload("/admin/documents/add/", "small.pdf", pdf_bytes(), title="Small", collection="1")
        time.sleep(2)
        idle = _pss(server.pid)
        with watched(server.pid) as found:
            started = time.monotonic()
            answer = staff.upload("/admin/documents/add/", "big.pdf", content, title=kind, collection="1")
            took = time.monotonic() - started
        assert answer.url.endswith("/admin/documents/")
        time.sleep(1)
        after = _pss(server.pid)
    peak = max(found, key=lambda one: sum(one.values()))
    more = sum(peak.values()) - sum(idle.values())
    with capsys.disabled():
        print(f"\n{kind}, {len(content) / MEGABYTE:.0f} MB: {more:.0f} MB more at the peak, {took:.1f} s;")
        print(f"  idle {sum(idle.values()):.0f}, afterwards {sum(after.values()):.0f}")
        print(f"  the child that reads it {sum(size for pid, size in peak.items() if pid not in idle):.0f}")
    assert more <= most
