"""Where a file is stored decides who sends it; whether it may be had is decided here all the same."""

import pytest
from django.core.files.storage import FileSystemStorage

from publications.models import DownloadCount, PublicationDocument


class Bucket(FileSystemStorage):
    """Stands for object storage: it has no local paths, and signs addresses."""

    def path(self, name):
        raise NotImplementedError("This store has no local paths.")

    def url(self, name):
        return f"https://store.example/{name}?signature=abc"


@pytest.fixture
def in_a_bucket(publication, monkeypatch):
    monkeypatch.setattr(PublicationDocument._meta.get_field("file"), "storage", Bucket())
    return publication


def test_a_file_in_object_storage_is_had_by_a_signed_address_that_nothing_keeps(client, in_a_bucket):
    response = client.get(in_a_bucket.download_url)
    stored = in_a_bucket.document.file.name
    assert (response.status_code, response["Location"]) == (
        302,
        f"https://store.example/{stored}?signature=abc",
    )
    assert response["Cache-Control"] == "no-store"
    assert client.head(in_a_bucket.download_url).status_code == 302
    client.get(in_a_bucket.download_url, headers={"range": "bytes=500-"})
    assert DownloadCount.objects.get().count == 1
    in_a_bucket.unpublish()
    assert client.get(in_a_bucket.download_url).status_code == 404


def test_nginx_is_told_where_the_file_is_and_nothing_is_sent(client, publication, settings):
    settings.X_ACCEL_PREFIX = "/_documents"
    response = client.get(publication.download_url)
    assert response["X-Accel-Redirect"] == f"/_documents/{publication.document.file.name}"
    assert (response.content, "Content-Range" in response) == (b"", False)
    publication.unpublish()
    assert "X-Accel-Redirect" not in client.get(publication.download_url)


def test_each_version_has_an_address_that_dies_with_the_page_and_moves_with_it(client, publication):
    token = publication.document.sha256[:16]
    version = f"{publication.download_url}{token}/"
    assert client.get(version)["ETag"] == client.get(publication.download_url)["ETag"]
    for wrong in ("0" * 16, token[:-1], f"{token}/more"):
        assert wrong == token or client.get(f"{publication.download_url}{wrong}/").status_code == 404, wrong
    assert f"/download/{token}/" in publication.get_route_paths()
    publication.unpublish()
    response = client.get(version)
    assert response.status_code == 404
    assert "tel:999" in response.content.decode()


def test_an_edition_of_any_spelling_makes_a_plain_file_name(client, publication):
    publication.edition = '2020/21 “new"\r\n'
    assert publication.download_name == "assessment-202021-new-sample.pdf"
