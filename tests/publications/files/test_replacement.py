"""What happens to the old file, and who is told, when a document gets another one."""

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse

from publications.models import PublicationDocument
from publications.signals import document_file_replaced
from tests.factories import pdf_bytes, words
from tests.publications.documents.test_upload import files_in, upload
from tests.publications.inspection import hostile_pdfs as make

SAMPLE = (settings.BASE_DIR / "content/documents/national-strategic-assessment-2020-sample.pdf").read_bytes()


@pytest.fixture
def replaced(editor_client, make_document, django_capture_on_commit_callbacks):
    """Return a function that gives a document another file in the admin and returns what the editor reads."""

    def replace(document, content):
        url = reverse("wagtaildocs:edit", args=[document.pk])
        with django_capture_on_commit_callbacks(execute=True):
            response = upload(editor_client, url, content, is_sample="on")
        assert response.status_code == 302, words(response)
        document.refresh_from_db()
        return words(editor_client.get(response["Location"]))

    return replace


def test_the_old_file_stays_reachable_by_its_checksum_until_the_document_goes(
    make_document, replaced, documents_folder, django_capture_on_commit_callbacks
):
    old = pdf_bytes(pages=3)
    document = make_document(old)
    first = document.sha256
    told = []
    document_file_replaced.connect(listener := lambda **kwargs: told.append(kwargs))
    message = replaced(document, SAMPLE)
    document_file_replaced.disconnect(listener)
    assert "3 pages became 6; it is tagged now; it has text now." in message
    assert "Tagged: screen readers can follow it." in message
    assert [(one["old_sha256"], one["new_sha256"]) for one in told] == [(first, document.sha256)]
    kept = document.file_of(first)
    assert (kept.file.read(), kept.page_count, kept.file_size) == (old, 3, len(old))
    assert document.file_of(document.sha256) == document
    assert document.file_of("0" * 64) is None
    assert document.file_of("") is None
    assert len(files_in(documents_folder)) == 3, "both files and one cover"
    with django_capture_on_commit_callbacks(execute=True):
        document.remove_for_good()
    # Wagtail deletes the current file itself, in the folder the process started with.
    assert [name for name in files_in(documents_folder) if name != document.filename] == []


def test_the_same_file_again_makes_no_version_and_no_noise(make_document, replaced, documents_folder):
    document = make_document(SAMPLE)
    document_file_replaced.connect(listener := lambda **kwargs: pytest.fail("nothing changed"))
    assert "The file is the same as before." in replaced(document, SAMPLE)
    document_file_replaced.disconnect(listener)
    assert document.versions.count() == 0
    assert len(files_in(documents_folder)) == 2
    assert document.file.read() == SAMPLE


def test_a_file_that_comes_back_and_goes_again_is_kept_once(make_document, replaced, documents_folder):
    one, other = pdf_bytes(pages=1), pdf_bytes(pages=2)
    document = make_document(one)
    for content in (other, one, other):
        replaced(document, content)
    assert document.versions.count() == 2
    for content, count in ((one, 1), (other, 2)):
        version = document.versions.get(page_count=count)
        assert version.file.read() == content
    assert len(files_in(documents_folder)) == 4, "the current file, its cover, two versions"


def test_a_change_of_title_alone_says_nothing_of_the_file(editor_client, make_document):
    document = make_document(SAMPLE)
    url = reverse("wagtaildocs:edit", args=[document.pk])
    answer = editor_client.post(url, {"title": "Another title", "tags": ""}, follow=True)
    assert "Document 'Another title' updated." in words(answer)
    assert "replaced" not in words(answer)
    assert PublicationDocument.objects.get(pk=document.pk).page_texts.count() == 6


def test_what_the_file_holds_is_kept_page_by_page_with_a_cover(make_document, documents_folder):
    document = make_document(SAMPLE)
    document.refresh_from_db()
    assert [text.number for text in document.page_texts.all()] == [1, 2, 3, 4, 5, 6]
    assert "The ten categories" in document.page_texts.get(number=2).text
    assert document.outline[0]["level"] == 1
    assert (document.pdf_version, document.has_text, document.is_tagged) == ("1.7", True, True)
    assert document.cover.name.endswith("-cover.webp")
    assert (documents_folder / document.cover.name).exists()


@pytest.mark.parametrize(
    ("content", "verdict"),
    [
        (SAMPLE, "Tagged: screen readers can follow it."),
        (make.with_text(), "Not tagged: screen readers will struggle. Ask for another format."),
        (pdf_bytes(), "A scan without text: screen readers find nothing to read."),
    ],
)
def test_what_the_file_means_for_screen_readers_is_said_on_upload(editor_client, content, verdict):
    response = upload(editor_client, reverse("wagtaildocs:add"), content)
    assert verdict in words(editor_client.get(response["Location"]))


def test_all_documents_can_be_inspected_again(make_document, capsys):
    document = make_document(SAMPLE)
    PublicationDocument.objects.update(page_count=None, has_text=False, outline=[])
    document.page_texts.all().delete()
    PublicationDocument.objects.exclude(pk=document.pk).delete()
    call_command("inspect_documents")
    document.refresh_from_db()
    assert (document.page_count, document.page_texts.count(), document.versions.count()) == (6, 6, 0)
    document.file.storage.delete(document.file.name)
    with pytest.raises(CommandError, match="1 not inspected"):
        call_command("inspect_documents")
    assert "MISSING" in capsys.readouterr().out


def test_an_update_of_the_site_reads_only_what_was_not_read_before(make_document, capsys):
    PublicationDocument.objects.all().delete()
    read, unread = make_document(SAMPLE, title="Read"), make_document(SAMPLE, title="Unread")
    PublicationDocument.objects.filter(pk=unread.pk).update(pdf_version="")
    unread.page_texts.all().delete()
    call_command("inspect_documents", missing=True)
    said = capsys.readouterr().out
    assert "Unread:" in said
    assert "Read:" not in said
    assert (unread.page_texts.count(), read.page_texts.count()) == (6, 6)


def test_a_refused_file_given_by_code_never_reaches_the_store(documents_folder, make_document):
    document = make_document(SAMPLE)
    before = files_in(documents_folder)
    for content in (b"Not a PDF.", make.with_hidden_script()):
        with pytest.raises(ValidationError, match="PDF"):
            make_document(content)
    assert files_in(documents_folder) == before
    assert document.file.read() == SAMPLE
