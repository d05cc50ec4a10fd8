"""A reader gets the publication, and it is what the link said."""

import re
from io import BytesIO

from django.template.defaultfilters import filesizeformat
from pypdf import PdfReader

from .addresses import PAGE_TYPES


def test_the_download_link_gives_the_file_it_describes(page):
    page.goto(PAGE_TYPES["publications.PublicationPage"])
    link = page.get_by_role("link", name=re.compile(r"^Download\b"))
    words = re.sub(r"\s+", " ", link.inner_text())
    address = page.url.rstrip("/") + "/download/"
    with page.expect_response(address) as waiting:
        link.click()
    assert waiting.value.status == 200
    file = page.request.get(address).body()
    assert "PDF" in words
    assert f"{len(PdfReader(BytesIO(file)).pages)} pages" in words
    assert filesizeformat(len(file)).replace("\xa0", " ") in words
