"""What editors read when the disk is full, and that nothing half-written stays; files that wait parked."""

from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection, UploadedFile

from publications.models import PublicationDocument
from tests.publications.inspection.pdf_table import REFUSED, WHOLE

from .test_upload import files_in, upload

NO_ROOM = "the server has no room for it"


@pytest.fixture
def media_folder(tmp_path_factory, monkeypatch):
    """Where parked files go."""
    folder = tmp_path_factory.mktemp("media")
    for name in ("base_location", "location"):
        monkeypatch.setitem(storages["default"].__dict__, name, str(folder))
    return folder


@pytest.fixture
def fill_disk(monkeypatch):
    """Return a function that lets the disk fill up half way through the file with this ending."""
    write = FileSystemStorage._save

    def fill(ending: str):
        def stop_half_way(self, name, content):
            if f"{ending}." not in name:
                return write(self, name, content)
            path = Path(self.path(name))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"%PDF-1.7 half of it")
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(FileSystemStorage, "_save", stop_half_way)

    return fill


def park(client, content: bytes):
    """Send a file whose title is too long, so that the uploader parks it until that is corrected."""
    Collection.get_first_root_node().add_child(name="Another collection")
    return client.post(
        reverse("wagtaildocs:add_multiple"),
        {"title": "t" * 300, "files[]": SimpleUploadedFile("assessment.pdf", content, "application/pdf")},
        headers={"x-requested-with": "XMLHttpRequest"},
    ).json()


def finish(client, upload_id: int):
    """Fill in what a parked file still lacks."""
    url = reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[upload_id])
    prefix = f"uploaded-document-{upload_id}"
    root = Collection.get_first_root_node()
    fields = {f"{prefix}-title": "Parked title", f"{prefix}-tags": "", f"{prefix}-collection": root.pk}
    return client.post(url, fields, headers={"x-requested-with": "XMLHttpRequest"}).json()


@pytest.mark.parametrize("ending", [".pdf", ".webp"])
def test_a_full_disk_is_an_error_of_the_form_and_leaves_nothing(
    editor_client, documents_folder, fill_disk, ending
):
    fill_disk(ending)
    response = upload(editor_client, reverse("wagtaildocs:add"), WHOLE)
    assert response.status_code == 200
    assert NO_ROOM in response.content.decode()
    assert 'value="Typed title"' in response.content.decode()
    assert not PublicationDocument.objects.filter(title="Typed title").exists()
    assert files_in(documents_folder) == []


def test_a_full_disk_keeps_the_old_file_of_a_replacement(
    editor_client, publication, documents_folder, fill_disk
):
    before = files_in(documents_folder)
    fill_disk(".pdf")
    url = reverse("wagtaildocs:edit", args=[publication.document.pk])
    assert NO_ROOM in upload(editor_client, url, WHOLE).content.decode()
    assert files_in(documents_folder) == before
    assert publication.document.versions.count() == 0


def test_a_refused_file_is_not_even_parked(editor_client, documents_folder, media_folder):
    for name in ("text", "script on opening", "archive behind"):
        content, words = REFUSED[name]
        assert words in park(editor_client, content)["error_message"]
    assert files_in(media_folder) == files_in(documents_folder) == []
    assert not UploadedFile.objects.exists()


def test_a_parked_file_becomes_a_document_with_its_facts(editor_client, documents_folder, media_folder):
    parked = park(editor_client, WHOLE)
    assert (len(files_in(media_folder)), files_in(documents_folder)) == (1, [])
    assert finish(editor_client, parked["uploaded_file_id"])["success"]
    document = PublicationDocument.objects.get(title="Parked title")
    assert (document.page_count, document.page_texts.count(), document.file_size) == (5, 5, len(WHOLE))
    assert files_in(media_folder) == []
    assert len(files_in(documents_folder)) == 2


def test_a_file_that_changed_while_it_was_parked_is_refused_and_removed(
    editor_client, documents_folder, media_folder
):
    parked = park(editor_client, WHOLE)
    (waiting,) = [path for path in media_folder.rglob("*") if path.is_file()]
    waiting.write_bytes(REFUSED["script on opening"][0])
    answer = finish(editor_client, parked["uploaded_file_id"])
    assert not answer["success"]
    assert "script (JavaScript)" in answer["form"]
    assert files_in(media_folder) == files_in(documents_folder) == []


def test_a_disk_that_is_full_when_a_file_is_parked_or_finished_says_so(
    editor_client, documents_folder, media_folder, fill_disk
):
    parked = park(editor_client, WHOLE)
    fill_disk(".pdf")
    assert NO_ROOM in park(editor_client, WHOLE)["error_message"]
    answer = finish(editor_client, parked["uploaded_file_id"])
    assert NO_ROOM in answer["form"]
    assert 'value="Parked title"' in answer["form"]
    assert len(files_in(media_folder)) == 1, "the parked file waits for another try"
    assert files_in(documents_folder) == []
