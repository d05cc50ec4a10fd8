"""The download as a reader's device gets it."""

import hashlib
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from publications.models import PublicationPage
from tests.factories import pdf_bytes


@pytest.fixture
def content(publication) -> bytes:
    """The bytes of the file."""
    with publication.document.open_file() as file:
        return file.read()


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_the_file_arrives_whole_and_as_it_was_uploaded(client, publication, content):
    response = client.get(publication.download_url, headers={"accept-encoding": "gzip, br"})
    assert response.status_code == 200
    assert hashlib.sha256(body(response)).hexdigest() == publication.document.sha256
    assert response["Content-Length"] == str(len(content))
    assert response["Content-Type"] == "application/pdf"
    assert "Content-Encoding" not in response
    assert "Set-Cookie" not in response
    assert response["Cache-Control"] == "public, no-cache"
    assert response["Content-Disposition"].startswith('inline; filename="assessment-2021-sample.pdf"')
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_head_tells_the_same_and_sends_nothing(client, publication, content):
    response = client.head(publication.download_url)
    assert (response.status_code, response["Content-Length"], body(response)) == (200, str(len(content)), b"")
    assert response["Accept-Ranges"] == "bytes"
    assert response["ETag"] == client.get(publication.download_url)["ETag"]


def test_a_broken_download_is_resumed_into_the_same_file(client, publication, content):
    first = client.get(publication.download_url, headers={"range": "bytes=0-99"})
    rest = client.get(publication.download_url, headers={"range": "bytes=100-", "if-range": first["ETag"]})
    assert (first.status_code, rest.status_code) == (206, 206)
    assert first["Content-Range"] == f"bytes 0-99/{len(content)}"
    assert rest["Content-Range"] == f"bytes 100-{len(content) - 1}/{len(content)}"
    assert rest["Content-Length"] == str(len(content) - 100)
    assert body(first) + body(rest) == content


def test_a_range_beyond_the_end_is_refused_with_the_size(client, publication, content):
    response = client.get(publication.download_url, headers={"range": f"bytes={len(content)}-"})
    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{len(content)}")


def test_a_file_that_has_not_changed_is_not_sent_again(client, publication):
    whole = client.get(publication.download_url)
    for headers in ({"if-none-match": whole["ETag"]}, {"if-modified-since": whole["Last-Modified"]}):
        again = client.get(publication.download_url, headers=headers)
        assert (again.status_code, body(again)) == (304, b"")
        assert again["ETag"] == whole["ETag"]


def test_a_replaced_file_is_sent_anew_and_never_joined_to_the_old_one(client, publication, make_document):
    old = client.get(publication.download_url)
    publication.document = make_document(pdf_bytes(pages=40))
    publication.save_revision().publish()
    new = client.get(publication.download_url, headers={"if-none-match": old["ETag"]})
    assert (new.status_code, new["ETag"] == old["ETag"]) == (200, False)
    resumed = client.get(publication.download_url, headers={"range": "bytes=100-", "if-range": old["ETag"]})
    assert (resumed.status_code, body(resumed)) == (200, body(client.get(publication.download_url)))


def test_the_download_ends_the_moment_its_page_is_unpublished_or_expires(client, publication):
    url = publication.download_url
    assert client.get(url).status_code == 200
    PublicationPage.objects.update(expire_at=timezone.now() - timedelta(seconds=1))
    assert client.get(url).status_code == 404
    PublicationPage.objects.update(expire_at=None)
    publication.unpublish()
    assert client.get(url).status_code == 404
    assert client.head(url).status_code == 404


def test_no_address_gives_visitors_the_file_of_a_draft(client, publication, documents_folder):
    publication.unpublish()
    document = publication.document
    stored = document.file.name
    assert (documents_folder / stored).exists()
    for url in (
        f"/media/{stored}",
        f"/media/images/../{stored}",
        f"/media/documents/{stored}",
        f"/media/images/../../documents/{stored}",
        f"/documents/{document.pk}/{document.filename}",
        f"/{stored}",
        publication.url + "download",
    ):
        assert client.get(url, follow=True).status_code in (400, 404), url
    assert client.get(document.url).status_code == 302
    assert client.get(document.url)["Location"].startswith("/admin/login/")


def test_staff_can_open_the_file_of_a_draft_and_nothing_keeps_it(editor_client, publication, content):
    publication.unpublish()
    response = editor_client.get(publication.document.url)
    assert body(response) == content
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


def test_a_login_without_rights_to_documents_cannot_open_the_file(client, django_user_model, publication):
    from django.contrib.auth.models import Permission

    user = django_user_model.objects.create_user("guest", "", "pass-word-1234")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    response = client.get(reverse("publications_staff_file", args=[publication.document.pk]))
    assert response.status_code in (302, 403)
    assert not response.streaming


def test_a_file_lost_from_the_store_is_a_plain_404_with_help(client, publication):
    publication.document.file.storage.delete(publication.document.file.name)
    response = client.get(publication.download_url)
    assert response.status_code == 404
    assert "tel:999" in response.content.decode()


def test_the_download_answers_no_other_method(publication):
    assert Client().post(publication.download_url).status_code == 405
