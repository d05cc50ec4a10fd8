"""What an editor can do whose only file is refused: take a copy that this site cleaned."""

import re
from datetime import timedelta
from hashlib import sha256
from html import unescape

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from pikepdf import Array, Dictionary, Name, String

from publications.inspection import RefusedPdfError, clean, inspect, refusals
from publications.models import CleanedCopy, PublicationDocument, PublicationPage
from tests.factories import make_publication
from tests.publications.documents.test_import import FIELDS
from tests.publications.documents.test_upload import files_in, upload

from . import hidden_pdfs
from . import hostile_pdfs as make
from .pdf_table import REFUSED

SCRIPT = REFUSED["script on opening"][0]


def is_cleanable(words: str) -> bool:
    return any(words in f"This PDF holds {held}" for held in refusals.HOLDS.values())


@pytest.mark.parametrize("name", [name for name, (_, words) in REFUSED.items() if is_cleanable(words)])
def test_a_cleaned_copy_has_nothing_for_which_the_original_was_refused(name):
    content, _ = REFUSED[name]
    with pytest.raises(RefusedPdfError) as refusal:
        inspect(content)
    copy = clean(content)
    assert set(refusal.value.codes) <= set(copy.removed)
    assert inspect(copy.file) == copy.facts
    assert b"app.alert" not in copy.file.read()


@pytest.mark.parametrize("name", ["grows", "pages in a ring", "locked", "cut short", "text"])
def test_no_copy_is_made_of_what_nobody_can_read(name):
    with pytest.raises(RefusedPdfError):
        clean(REFUSED[name][0])


def test_a_copy_keeps_text_links_and_tags():
    whole = make.with_text()
    kept = clean(whole + b"<script>1</script>")
    assert kept.facts.page_texts == inspect(whole).page_texts == ["Plain words"]
    assert b"https://example.org/" in kept.file.read()
    assert (kept.removed, kept.was_signed) == (["mixed"], False)


def signed(pdf):
    signature = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), ByteRange=Array([0, 1, 2, 3]))
    field = Dictionary(FT=Name.Sig, T=String("signature"), V=pdf.make_indirect(signature))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]), SigFlags=3)
    pdf.Root.OpenAction = make.action("JavaScript", JS=String("1"))


def test_an_editor_is_told_that_a_copy_loses_its_signature(editor_client):
    content = make.built(signed)
    assert clean(content).was_signed
    html = upload(editor_client, reverse("wagtaildocs:add"), content).content.decode()
    assert "The original was signed; the signature is lost" in html


def offered(client, url: str, content: bytes, **fields) -> dict:
    """Upload a file that is refused, and return what the form that comes back holds."""
    response = upload(client, url, content, **fields)
    html = unescape(response.content.decode())
    assert "Take the copy that this site cleaned" in html
    return {
        "title": re.search(r'name="title" value="([^"]*)"', html)[1],
        "cleaned_copy": re.search(r'name="cleaned_copy" value="([^"]*)"', html)[1],
        "tags": "",
    }


def test_an_editor_takes_a_cleaned_copy_and_readers_are_told(
    client, editor_client, editor, page, documents_folder
):
    url = reverse("wagtaildocs:add")
    form = offered(editor_client, url, SCRIPT)
    assert not PublicationDocument.objects.filter(title="Typed title").exists()
    response = editor_client.post(url, {**form, "take_cleaned_copy": "on"}, follow=True)
    document = PublicationDocument.objects.get(title="Typed title")
    original, copy = sha256(SCRIPT).hexdigest(), sha256(document.file.read()).hexdigest()
    assert (document.sha256, document.cleaned_from) == (copy, original)
    assert len([name for name in files_in(documents_folder) if name.endswith(".pdf")]) == 1
    record = CleanedCopy.objects.get()
    assert (record.original_sha256, record.cleaned_sha256, record.document) == (original, copy, document)
    assert record.made_for == editor
    assert record.accepted_at
    for html in (
        response.content.decode(),
        editor_client.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode(),
    ):
        assert "Cleaned by this site" in html
        assert "scripts" in html
        assert original in html
        assert copy in html
    document.is_sample = True
    document.save()
    publication = make_publication(page("/publications/"), document=document)
    html = client.get(publication.url).content.decode()
    assert "Cleaned by this site" in html
    assert "a copy without scripts" in html
    assert original in html
    assert copy in html


def test_a_copy_takes_the_place_of_a_file_and_a_file_that_of_a_copy(editor_client, publication):
    url = reverse("wagtaildocs:edit", args=[publication.document.pk])
    old = publication.document.sha256
    form = offered(editor_client, url, SCRIPT, is_sample="on")
    form["is_sample"] = "on"
    assert editor_client.post(url, {**form, "take_cleaned_copy": "on"}).status_code == 302
    document = PublicationDocument.objects.get(pk=publication.document.pk)
    assert document.cleaned_from
    assert document.file_of(old)
    assert upload(editor_client, url, make.with_text(), is_sample="on").status_code == 302
    document.refresh_from_db()
    assert not document.cleaned_from
    assert "Cleaned by this site" not in editor_client.get(publication.url).content.decode()


def test_an_offer_that_is_not_taken_changes_nothing_and_goes(editor_client, documents_folder):
    url = reverse("wagtaildocs:add")
    form = offered(editor_client, url, SCRIPT)
    assert editor_client.post(url, form).status_code == 200
    assert not PublicationDocument.objects.filter(title="Typed title").exists()
    CleanedCopy.objects.update(made_at=timezone.now() - timedelta(days=2))
    editor_client.post(url, {**form, "take_cleaned_copy": "on"})
    offered(editor_client, url, hidden_pdfs.to_address(b"file:///a"))
    assert CleanedCopy.objects.count() == 1
    assert len(files_in(documents_folder)) == 1


def test_nobody_takes_the_copy_that_was_offered_to_another(client, editor_client, django_user_model):
    url = reverse("wagtaildocs:add")
    form = offered(editor_client, url, SCRIPT)
    client.force_login(django_user_model.objects.create_superuser("other", password="x"))
    assert client.post(url, {**form, "take_cleaned_copy": "on"}).status_code == 200
    forged = {**form, "cleaned_copy": f"{CleanedCopy.objects.get().pk}:forged", "take_cleaned_copy": "on"}
    assert editor_client.post(url, forged).status_code == 200
    assert not PublicationDocument.objects.filter(title="Typed title").exists()


def test_a_note_about_a_file_is_read_by_its_editor(editor_client):
    content = hidden_pdfs.to_address(b"reports/a.html")
    response = editor_client.get(upload(editor_client, reverse("wagtaildocs:add"), content).url)
    assert "without a whole web address" in response.content.decode()


def test_an_import_cleans_only_when_told_to(page, tmp_path_factory, documents_folder, capsys):
    file = tmp_path_factory.mktemp("given") / "assessment.pdf"
    file.write_bytes(SCRIPT)
    with pytest.raises(CommandError, match="script"):
        call_command("import_publication", str(file), **FIELDS)
    call_command("import_publication", str(file), **FIELDS, clean=True)
    assert "Cleaned by this site: it has no scripts any more." in capsys.readouterr().out
    made = PublicationPage.objects.get(slug="assessment-2031").document
    assert made.cleaned_copies.get().original_sha256 == sha256(SCRIPT).hexdigest()
    file.write_bytes(REFUSED["grows"][0])
    with pytest.raises(CommandError, match="grows far too large"):
        call_command("import_publication", str(file), **FIELDS, clean=True)
