"""A store of documents for each test, and something to publish from it."""

import pytest
from django.core.files.base import ContentFile

from publications.models import PublicationDocument
from tests.factories import make_publication, pdf_bytes


@pytest.fixture(autouse=True)
def documents_folder(tmp_path, monkeypatch):
    """Give each test an empty store of documents, and return its folder."""
    storage = PublicationDocument._meta.get_field("file").storage
    for name in ("base_location", "location"):
        monkeypatch.setitem(storage.__dict__, name, str(tmp_path))
    return tmp_path


@pytest.fixture
def make_document(db):
    """Return a function that puts a PDF into the store."""

    def make(content: bytes | None = None, **fields):
        fields = {"title": "An assessment", "is_sample": True, **fields}
        document = PublicationDocument(**fields)
        document.file.save("assessment.pdf", ContentFile(content or pdf_bytes()), save=False)
        document.save()
        return document

    return make


@pytest.fixture
def publication(page, make_document):
    """A published publication with a sample of three pages."""
    document = make_document(pdf_bytes(pages=3))
    return make_publication(page("/publications/"), title="Assessment", document=document)
