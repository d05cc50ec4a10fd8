"""A reader gets the publication, and it is what the link said."""

import re
from pathlib import Path

from pypdf import PdfReader

from .addresses import PAGE_TYPES


def test_the_download_link_gives_the_file_it_describes(page):
    page.goto(PAGE_TYPES["publications.PublicationPage"])
    link = page.get_by_role("link", name=re.compile(r"^Download\b"))
    words = re.sub(r"\s+", " ", link.inner_text())
    with page.expect_download() as waiting:
        link.click()
    path = Path(waiting.value.path())
    assert path.read_bytes().startswith(b"%PDF-")
    assert waiting.value.suggested_filename.endswith(".pdf")
    assert "PDF" in words
    assert f"{len(PdfReader(path).pages)} pages" in words
    size, unit = re.search(r"([\d.]+) ?(kB|KB|MB)", words).groups()
    assert abs(path.stat().st_size - float(size) * {"kB": 1e3, "KB": 1024, "MB": 1e6}[unit]) < 60_000
