"""What the admin refuses to take as a publication, and what it reads from what it takes."""

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from publications.models import CleanedCopy, PublicationDocument
from tests.factories import pdf_bytes
from tests.publications.inspection.pdf_table import REFUSED, WHOLE

# A few of the table; test_inspection tries them all.
NAMES = (
    "text", "program", "page", "cut short", "locked", "archive behind", "script on opening",
    "starts a program", "attachment", "grows",
)  # fmt: skip

TAKEN_OUT = {"archive behind", "script on opening", "starts a program", "attachment"}


def upload(client, url: str, content: bytes, **fields):
    """Send a file by the admin's own form."""
    file = SimpleUploadedFile("assessment.pdf", content, "application/pdf")
    return client.post(url, {"title": "Typed title", "tags": "", "file": file, **fields})


def files_in(folder) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_readers_could_not_open_is_refused_and_leaves_nothing(
    editor_client, documents_folder, name
):
    content, sentence = REFUSED[name]
    before = PublicationDocument.objects.count()
    response = upload(editor_client, reverse("wagtaildocs:add"), content, tags="typed-tag", is_sample="on")
    assert response.status_code == 200
    html = unescape(response.content.decode())
    assert sentence in html
    assert 'value="Typed title"' in html
    assert "typed-tag" in html
    assert "checked" in html.split('name="is_sample"')[1][:99]
    assert PublicationDocument.objects.count() == before
    # A cleaned copy waits where no address leads, until the editor takes it or a day has passed.
    assert len(files_in(documents_folder)) == CleanedCopy.objects.count() == ("see the offer" in html)


@pytest.mark.parametrize("name", NAMES)
def test_the_form_for_many_files_refuses_the_same(editor_client, documents_folder, name, settings, tmp_path):
    content, sentence = REFUSED[name]
    file = SimpleUploadedFile("assessment.pdf", content, "application/pdf")
    response = editor_client.post(
        reverse("wagtaildocs:add_multiple"),
        {"title": "Typed title", "files[]": file},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    told = unescape(str(response.json()))
    assert sentence in told
    assert ("add this file alone" in told) == (name in TAKEN_OUT)
    assert not PublicationDocument.objects.filter(title="Typed title").exists()
    assert files_in(documents_folder) == []


def test_another_kind_of_file_is_refused_by_its_name(editor_client, documents_folder):
    file = SimpleUploadedFile("assessment.exe", WHOLE)
    response = editor_client.post(reverse("wagtaildocs:add"), {"title": "Typed title", "file": file})
    assert response.status_code == 200
    assert not PublicationDocument.objects.filter(title="Typed title").exists()
    assert files_in(documents_folder) == []


def test_what_the_file_says_of_itself_is_read_and_never_typed(editor_client, publication):
    response = upload(editor_client, reverse("wagtaildocs:add"), WHOLE, is_sample="on")
    assert response.status_code == 302
    document = PublicationDocument.objects.get(title="Typed title")
    assert (document.page_count, document.language, document.is_sample) == (5, "en-GB", True)
    assert document.file_size == len(WHOLE)
    assert len(document.sha256) == 64
    form = editor_client.get(reverse("wagtaildocs:edit", args=[document.pk])).context["form"]
    assert set(form.fields) <= {"title", "file", "collection", "tags", "is_sample"}


def test_a_file_replaced_in_the_admin_changes_what_readers_are_told(editor_client, publication):
    url = reverse("wagtaildocs:edit", args=[publication.document.pk])
    tag = editor_client.get(publication.download_url)["ETag"]
    assert upload(editor_client, url, pdf_bytes(pages=1), is_sample="on").status_code == 302
    publication = type(publication).objects.get(pk=publication.pk)
    assert publication.download_label.endswith(", 1 page")
    assert editor_client.get(publication.download_url)["ETag"] != tag


def test_a_refused_replacement_leaves_the_old_file_in_place(editor_client, publication, documents_folder):
    before = files_in(documents_folder)
    url = reverse("wagtaildocs:edit", args=[publication.document.pk])
    assert upload(editor_client, url, b"Not a PDF.").status_code == 200
    assert files_in(documents_folder) == before
    assert editor_client.get(publication.download_url).status_code == 200


def test_code_that_stores_a_document_cannot_skip_the_checks(make_document):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError, match="not a PDF"):
        make_document(b"Not a PDF.")
