"""Documents with text to read and to look for."""

from publications.models import DocumentPage
from publications.reading.spellings import spellings
from tests.publications.inspection.hostile_pdfs import with_text


def broken_line(first: str, second: str) -> bytes:
    """Return a PDF with two lines of text."""
    return with_text(words=f"{first}) Tj 0 -30 Td ({second}")


def give_text(document, *texts: str):
    """Put words on the pages of a document, as if they had been read from its file; return it."""
    for number, text in enumerate(texts, 1):
        DocumentPage.objects.update_or_create(
            document=document, number=number, defaults={"text": text, "spellings": spellings(text)}
        )
    document.has_text = True
    document.save()
    return document
