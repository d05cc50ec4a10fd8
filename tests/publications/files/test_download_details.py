"""Finer points of a download: redirects, HEAD, dates, files cut short."""

import pytest
from django.conf import settings
from django.test import Client

from publications.inspection import inspect
from tests.factories import edit_page, pdf_bytes


def test_the_old_address_of_a_download_still_leads_to_the_file(
    client, editor, publication, django_capture_on_commit_callbacks
):
    client.force_login(editor)
    old = publication.download_url
    with django_capture_on_commit_callbacks(execute=True):
        edit_page(client, publication, slug="renamed")
    client.logout()
    response = client.get(old, follow=True)
    assert response.redirect_chain[-1][0] == "/publications/renamed/download/"
    assert response["Content-Type"] == "application/pdf"


def test_head_ignores_a_range_as_rfc_9110_says(client, publication):
    response = client.head(publication.download_url, headers={"range": "bytes=0-9"})
    assert response.status_code == 200
    assert response["Content-Length"] == str(publication.document.file_size)


@pytest.mark.parametrize("kept", [0.5, 0.9, 0.99])
def test_a_pdf_that_is_cut_short_is_refused(kept):
    sample = settings.BASE_DIR / "content/documents/national-strategic-assessment-2020-sample.pdf"
    for content in (sample.read_bytes(), pdf_bytes(pages=30)):
        with pytest.raises(ValueError, match="damaged or incomplete"):
            inspect(content[: int(len(content) * kept)])


def test_a_page_asked_by_another_method_without_a_token_is_405(publication):
    client = Client(enforce_csrf_checks=True)
    assert client.post(publication.url).status_code == 405
    assert client.put(publication.download_url).status_code == 405


def test_a_later_date_is_not_modified_since(client, publication):
    response = client.get(
        publication.download_url, headers={"if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"}
    )
    assert response.status_code == 304
