"""Publications brought in from the command line, and what a page needs before it is published."""

import pytest
from django.core.management import CommandError, call_command

from publications.models import PublicationDocument, PublicationPage
from tests.factories import edit_page, make_publication, pdf_bytes
from tests.publications.inspection.pdf_table import REFUSED

from .test_upload import files_in

FIELDS = {
    "title": "Assessment 2031",
    "edition": "2031",
    "publisher": "A publisher",
    "published_on": "May 2031",
    "summary": "What it says, in short.",
    "cleared_by": "The owner, 2031",
    "accessible_format_contact": "<p>Ask the publisher.</p>",
}


@pytest.fixture
def import_pdf(page, tmp_path_factory):
    """Return a function that writes a PDF, imports it, and leaves fields out or adds some."""

    def run(content: bytes, **fields):
        file = tmp_path_factory.mktemp("given") / "assessment.pdf"
        file.write_bytes(content)
        call_command("import_publication", str(file), **{**FIELDS, **fields})

    return run


def test_an_import_makes_a_draft_or_a_published_page(client, import_pdf, capsys):
    import_pdf(pdf_bytes(pages=4))
    made = PublicationPage.objects.get(slug="assessment-2031")
    assert (made.live, made.document.page_count, made.get_latest_revision() is None) == (False, 4, False)
    assert "was made as a draft: 4 pages" in capsys.readouterr().out
    import_pdf(pdf_bytes(pages=2), slug="second", publish=True)
    response = client.get(PublicationPage.objects.get(slug="second").download_url)
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"cleared_by": ""}, "--cleared-by: Say who checked"),
        ({"accessible_format_contact": "", "publish": True}, "--accessible-format-contact: Say whom"),
        ({"slug": "national-strategic-assessment-2020"}, "--slug: "),
        ({"edition": "", "summary": ""}, "Say also --edition, --summary"),
        ({"parent": "nowhere"}, "no such list"),
    ],
)
def test_an_import_that_is_refused_says_what_to_do_and_leaves_nothing(
    import_pdf, documents_folder, fields, words
):
    before = PublicationDocument.objects.count(), PublicationPage.objects.count()
    with pytest.raises(CommandError, match=words):
        import_pdf(pdf_bytes(), **fields)
    assert (PublicationDocument.objects.count(), PublicationPage.objects.count()) == before
    assert files_in(documents_folder) == []


def test_an_import_refuses_the_files_that_the_admin_refuses(import_pdf, documents_folder):
    for name in ("text", "cut short", "script on opening"):
        content, words = REFUSED[name]
        with pytest.raises(CommandError) as refusal:
            import_pdf(content)
        assert words in str(refusal.value)
    assert files_in(documents_folder) == []
    assert not PublicationPage.objects.filter(edition="2031").exists()


def test_an_import_replaces_the_file_of_an_edition(publication, import_pdf, capsys):
    old = publication.document.sha256
    import_pdf(pdf_bytes(pages=8), replace=publication.slug)
    assert "3 pages became 8" in capsys.readouterr().out
    document = PublicationDocument.objects.get(pk=publication.document.pk)
    assert (document.page_count, document.file_of(old).page_count) == (8, 3)
    with pytest.raises(CommandError, match="not a PDF"):
        import_pdf(b"Not a PDF.", replace=publication.slug)
    assert document.file.read() == pdf_file(document)
    with pytest.raises(CommandError, match="No publication with a file has the slug"):
        import_pdf(pdf_bytes(), replace="nothing")


def pdf_file(document) -> bytes:
    """Return the bytes that the database says the document has."""
    return PublicationDocument.objects.get(pk=document.pk).file.read()


def test_a_page_with_a_file_is_a_draft_until_readers_know_whom_to_ask(editor_client, page, make_document):
    made = make_publication(page("/publications/"), document=make_document(), accessible_format_contact="x")
    empty = {"accessible_format_contact": "null", "licence": "Typed licence"}
    response = edit_page(editor_client, made, **empty)
    assert response.status_code == 200
    html = response.content.decode()
    assert "Say whom readers can ask for another format" in html
    assert "Typed licence" in html
    assert edit_page(editor_client, made, publish=False, **empty).status_code == 302
    made.refresh_from_db()
    assert made.accessible_format_contact == "x"
    assert made.get_latest_revision_as_object().accessible_format_contact in ("", "<p></p>")
