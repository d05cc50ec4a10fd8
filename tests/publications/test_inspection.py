"""What the inspection of PDFs refuses, with which words, and what it must not refuse."""

import pikepdf
import pytest
from django.conf import settings

from publications.inspection import RefusedPdfError, inspect

from .pdf_table import ACCEPTED, REFUSED

SAMPLE = (settings.BASE_DIR / "content/documents/national-strategic-assessment-2020-sample.pdf").read_bytes()


@pytest.mark.parametrize("name", REFUSED)
def test_a_pdf_that_readers_should_not_get_is_refused_with_what_to_do(name):
    content, words = REFUSED[name]
    with pytest.raises(RefusedPdfError) as refusal:
        inspect(content)
    assert words in str(refusal.value)
    assert str(refusal.value).count(".") >= 2, "the sentence says why, another says what to do"


@pytest.mark.parametrize("name", ACCEPTED)
def test_an_ordinary_pdf_is_accepted(name):
    assert inspect(ACCEPTED[name]).page_count == 1
