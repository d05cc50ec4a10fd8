"""Each file of an edition keeps its own address; the permanent one follows the newest."""

import hashlib

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from publications.models import PublicationPage
from tests.factories import edit_page, pdf_bytes

SECOND = pdf_bytes(pages=5)


def body(response) -> bytes:
    return b"".join(response.streaming_content)


@pytest.fixture
def tokens(publication):
    """The last parts of the addresses of an old file and of the one that took its place."""
    document = publication.document
    old = document.sha256[:16]
    document.file.save("second.pdf", ContentFile(SECOND), save=True)
    return old, document.sha256[:16]


def test_the_old_file_keeps_its_address_and_the_permanent_one_sends_the_new(client, publication, tokens):
    old, new = (body(client.get(f"{publication.download_url}{token}/")) for token in tokens)
    assert new == SECOND
    assert hashlib.sha256(old).hexdigest().startswith(tokens[0])
    assert body(client.get(publication.download_url)) == new


def test_no_version_is_sent_once_the_page_is_unpublished(client, publication, tokens):
    PublicationPage.objects.filter(pk=publication.pk).update(live=False)
    for token in ("", *(f"{token}/" for token in tokens)):
        assert client.get(f"{publication.download_url}{token}").status_code == 404


def test_a_renamed_page_sends_readers_of_every_version_on(
    editor_client, publication, tokens, django_capture_on_commit_callbacks
):
    before = publication.download_url
    with django_capture_on_commit_callbacks(execute=True):
        edit_page(editor_client, publication, slug="renamed")
    for token in tokens:
        moved = editor_client.get(f"{before}{token}/")
        assert (moved.status_code, moved["Location"]) == (301, f"/publications/renamed/download/{token}/")


def test_a_file_in_a_private_collection_is_not_sent_and_its_page_is_not_published_again(
    editor_client, publication
):
    collection = Collection.get_first_root_node().add_child(name="Kept apart")
    publication.document.collection = collection
    publication.document.save()
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    assert editor_client.get(publication.download_url).status_code == 404
    said = edit_page(editor_client, publication).content.decode()
    assert "This file is in a private collection, so readers could not get it." in said
