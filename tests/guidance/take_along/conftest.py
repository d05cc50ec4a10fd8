"""The page that offers what one can take along, and the words of its PDFs."""

import io

import pypdfium2
import pytest

from guidance.models import GuidanceIndexPage
from guidance.take_along import kept

FOLDER = "/what-you-can-do/take-along/"


@pytest.fixture
def sheet(client, db):
    """Return a function that asks for a sheet, such as "card-1", and returns its PDF."""

    def ask(name: str) -> bytes:
        response = client.get(f"{FOLDER}{name}.pdf")
        assert response.status_code == 200, response
        return response.content

    return ask


@pytest.fixture
def words(sheet):
    """Return a function that returns the words of a sheet, side by side."""

    def read(name: str) -> list[str]:
        pdf = pypdfium2.PdfDocument(io.BytesIO(sheet(name)))
        return [" ".join(side.get_textpage().get_text_range().split()) for side in pdf]

    return read


@pytest.fixture
def index(db):
    """The list of guidance."""
    return GuidanceIndexPage.objects.get()


@pytest.fixture(autouse=True)
def nothing_failed(monkeypatch):
    """Let no test wait for a sheet that another one let fail."""
    monkeypatch.setattr(kept, "_failed", {})
