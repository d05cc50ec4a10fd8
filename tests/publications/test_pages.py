"""The page of a publication, and what it must have before it offers a file."""

import re

import pytest

from tests.factories import edit_page, make_information_page, make_publication, pdf_bytes, words

pytestmark = pytest.mark.django_db


def test_the_link_tells_type_size_and_pages_and_that_it_is_a_sample(client, publication):
    size = publication.document.file_size
    text = words(client.get(publication.url))
    assert re.search(r"Download the sample \(PDF, [\d.,]+ (bytes|KB), 3 pages\)", text)
    assert str(size) in text or f"{size / 1024:.1f}" in text
    assert "This file is a sample made for this site." in text


@pytest.mark.parametrize(("pages", "label"), [(1, "1 page"), (2, "2 pages")])
def test_one_page_is_not_many(make_document, page, pages, label):
    made = make_publication(page("/publications/"), document=make_document(pdf_bytes(pages)))
    assert made.download_label.endswith(f", {label}")


def test_an_official_file_is_offered_by_its_title_and_not_as_a_sample(client, page, make_document):
    document = make_document(is_sample=False)
    made = make_publication(page("/publications/"), title="Report", document=document, cleared_by="The owner")
    text = words(client.get(made.url))
    assert "Download Report (PDF" in text
    assert "sample" not in text
    assert "Cleared for this site by The owner" in text


def test_an_official_file_that_nobody_cleared_is_refused(editor_client, publication, make_document):
    official = make_document(is_sample=False)
    response = edit_page(editor_client, publication, document=str(official.pk), licence="Typed licence")
    assert response.status_code == 200
    html = response.content.decode()
    assert "Say who checked that this site may offer the file, and when." in html
    assert "Typed licence" in html
    publication.refresh_from_db()
    assert publication.document != official
    cleared = {"document": str(official.pk), "cleared_by": "The owner, 2026"}
    assert edit_page(editor_client, publication, **cleared).status_code == 302


def test_what_is_not_known_of_a_publication_says_so(client, page):
    made = make_publication(page("/publications/"))
    text = words(client.get(made.url))
    assert "Licence We do not know" in text
    assert "Download" not in text


def test_the_default_publication_offers_a_summary_first_then_the_sample_and_the_official_page(client):
    text = words(client.get("/publications/national-strategic-assessment-2020/"))
    assert text.index("This is our own summary") < text.index("Download the sample (PDF")
    assert "Official page of National Crime Agency (PDF, 19.30 MB)" in text
    assert "There are later editions, for 2021 and after." in text


def test_a_page_that_quotes_a_publication_offers_its_file_until_it_is_unpublished(client, page, publication):
    quoting = make_information_page(page("/"), body=[("publication", {"page": publication})])
    assert publication.download_url in client.get(quoting.url).content.decode()
    publication.unpublish()
    text = words(client.get(quoting.url))
    assert "Download" not in text
    assert "Assessment" not in text


def test_the_newest_edition_is_listed_first(client, page):
    make_publication(page("/publications/"), title="Older", edition="1999")
    make_publication(page("/publications/"), title="Newer", edition="2031")
    text = words(client.get("/publications/"))
    assert text.index("Newer") < text.index("National Strategic Assessment") < text.index("Older")
