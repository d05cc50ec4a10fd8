"""A deleted document can be brought back for 30 days, and meanwhile nobody in public reaches it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, ModelLogEntry

from publications.models import PublicationDocument
from tests.factories import edit_page, pdf_bytes, words

BIN = "publications_bin"


@pytest.fixture
def versioned(publication):
    """A draft's document with an earlier version; the page was public before."""
    document = publication.document
    document.file = SimpleUploadedFile("assessment.pdf", pdf_bytes(pages=5))
    document.save()
    publication.unpublish()
    return document


def delete(client, document, way="one"):
    if way == "one":
        return client.post(reverse("wagtaildocs:delete", args=[document.pk]), follow=True)
    bulk = reverse("wagtail_bulk_action", args=["publications", "publicationdocument", "delete"])
    return client.post(f"{bulk}?id={document.pk}", follow=True)


def kept(document) -> tuple:
    """Return all of a document that must come back."""
    document = PublicationDocument._base_manager.get(pk=document.pk)
    versions = [(one.pk, one.sha256, one.file.name) for one in document.versions.all()]
    rest = {name: getattr(document, name) for name in ("title", "sha256", "page_count", "is_sample")}
    return (document.pk, versions, rest, document.file.read(), document.page_texts.count())


@pytest.mark.parametrize("way", ["one", "bulk"])
def test_a_deleted_document_comes_back_as_it_was(editor_client, versioned, publication, way):
    before = kept(versioned)
    delete(editor_client, versioned, way)
    assert not PublicationDocument.objects.filter(pk=versioned.pk).exists()
    text = words(editor_client.get(reverse(BIN)))
    assert "An assessment" in text
    assert "writer" in text
    restore = reverse("publications_restore", args=[versioned.pk])
    assert "5 pages" in words(editor_client.get(restore))
    assert "is back" in words(editor_client.post(restore, follow=True))
    assert kept(versioned) == before
    publication.refresh_from_db()
    assert publication.document == versioned
    publication.save_revision().publish()
    assert Client().get(publication.url + "download/").status_code == 200
    assert "An assessment" not in words(editor_client.get(reverse(BIN)))


def test_the_editor_is_told_that_it_can_come_back(editor_client, versioned):
    assert "It can be brought back for 30 days" in words(delete(editor_client, versioned))


def test_while_in_the_bin_no_address_answers_with_it(editor_client, versioned, publication):
    tokens = [versioned.sha256[:16], versioned.versions.get().sha256[:16]]
    delete(editor_client, versioned)
    type(publication).objects.filter(pk=publication.pk).update(live=True)
    visitor = Client()
    for path in ("download/", *(f"download/{token}/" for token in tokens), "cover/", "inside/?q=a"):
        assert visitor.get(publication.url + path).status_code == 404, path
    assert visitor.get(publication.url).status_code == 200
    assert "download/" not in visitor.get(publication.url).content.decode()
    for name in ("publications_staff_file", "wagtaildocs:edit", "wagtaildocs:delete"):
        assert editor_client.get(reverse(name, args=[versioned.pk])).status_code == 404
    listed = editor_client.get(reverse("wagtaildocs:index"), {"q": "assessment"}).content.decode()
    assert reverse("wagtaildocs:edit", args=[versioned.pk]) not in listed
    chooser = reverse("wagtaildocs_chooser:choose_results")
    assert "An assessment" not in words(editor_client.get(chooser, {"q": "assessment"}))


def test_a_page_is_not_published_with_a_document_from_the_bin(editor_client, versioned, publication):
    delete(editor_client, versioned)
    edit = reverse("wagtailadmin_pages:edit", args=[publication.pk])
    assert editor_client.get(edit).status_code == 200
    edit_page(editor_client, publication, document=versioned.pk)
    publication.refresh_from_db()
    assert not publication.live


def test_it_goes_for_good_after_thirty_days_with_all_its_files(
    editor_client, versioned, documents_folder, django_capture_on_commit_callbacks
):
    delete(editor_client, versioned)
    names = [versioned.file.name, versioned.versions.get().file.name]
    for days, count in ((29, 1), (30, 0)):
        deleted_at = timezone.now() - timedelta(days=days, seconds=1)
        PublicationDocument.in_bin.update(deleted_at=deleted_at)
        with django_capture_on_commit_callbacks(execute=True):
            call_command("keep_schedule", times=1)
        assert PublicationDocument._base_manager.filter(pk=versioned.pk).count() == count
    assert not (documents_folder / names[1]).exists()


def test_an_administrator_removes_it_at_once_and_says_why(admin_client, versioned):
    delete(admin_client, versioned)
    url = reverse("publications_remove_now", args=[versioned.pk])
    admin_client.post(url, {"reason": ""})
    assert PublicationDocument.in_bin.filter(pk=versioned.pk).exists()
    answer = admin_client.post(url, {"reason": "A court order"})
    assert answer.status_code == 302, words(answer)
    assert not PublicationDocument._base_manager.filter(pk=versioned.pk).exists()
    entry = ModelLogEntry.objects.get(action="portal.remove")
    assert (entry.data["reason"], entry.user.username) == ("A court order", "chief")


def test_an_editor_removes_nothing_before_its_time(editor_client, versioned):
    delete(editor_client, versioned)
    editor_client.post(reverse("publications_remove_now", args=[versioned.pk]), {"reason": "Mine"})
    assert PublicationDocument.in_bin.filter(pk=versioned.pk).exists()


def test_who_may_not_delete_documents_neither_sees_nor_empties_the_bin(
    editor_client, versioned, django_user_model
):
    delete(editor_client, versioned)
    guest = Client()
    user = django_user_model.objects.create_user("guest", "", "pass-word-1234")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    guest.force_login(user)
    for name, arguments in ((BIN, []), ("publications_restore", [versioned.pk])):
        assert "An assessment" not in words(guest.get(reverse(name, args=arguments), follow=True))
    guest.post(reverse("publications_restore", args=[versioned.pk]))
    assert PublicationDocument.in_bin.filter(pk=versioned.pk).exists()


def test_a_collection_waits_for_what_may_come_back_to_it(admin_client, versioned):
    collection = Collection.get_first_root_node().add_child(name="Papers")
    PublicationDocument.objects.filter(pk=versioned.pk).update(collection=collection)
    delete(admin_client, versioned)
    url = reverse("wagtailadmin_collections:delete", args=[collection.pk])
    assert "1 in the bin" in words(admin_client.get(url))
    admin_client.post(url)
    assert PublicationDocument.in_bin.filter(pk=versioned.pk).exists()
