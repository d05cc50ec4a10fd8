"""Editors are told what a PDF says of the people and machines that made it."""

from html import unescape
from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from publications.inspection import inspect
from publications.models import PublicationDocument
from tests.factories import pdf_bytes, words

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:stRef="http://ns.adobe.com/xap/1.0/sType/ResourceRef#"><rdf:Description pdf:Producer="Printer 9"
 xmp:CreatorTool='Writer &amp; Co'><dc:creator><rdf:Seq><rdf:li>Ann Other</rdf:li></rdf:Seq></dc:creator>
 <xmp:CreateDate>2020-03-04T05:06:07+01:00</xmp:CreateDate>
 <stRef:filePath>/Users/ann/secret/plan.indd</stRef:filePath></rdf:Description></rdf:RDF></x:xmpmeta>"""
EXPECTED = [
    ["author", "Jane Doe"],
    ["author", "Ann Other"],
    ["organisation", "An Agency"],
    ["software", "Word 2016"],
    ["software", "Writer & Co"],
    ["software", "Printer 9"],
    ["date", "2020-02-03"],
    ["date", "2020-03-04"],
    ["place on a disk", r"C:\Users\jane\draft.docx"],
    ["place on a disk", "/Users/ann/secret/plan.indd"],
]


def talkative_pdf(xmp: str = XMP, **more) -> bytes:
    pdf = pikepdf.open(BytesIO(pdf_bytes()))
    information = {
        "Author": "Jane Doe",
        "Company": "An Agency",
        "Creator": "Word 2016",
        "CreationDate": "D:20200203101500+01'00'",
        "Title": r"C:\Users\jane\draft.docx",
        **more,
    }
    pdf.trailer.Info = pdf.make_indirect(
        pikepdf.Dictionary({f"/{name}": pikepdf.String(value) for name, value in information.items()})
    )
    pdf.Root.Metadata = pdf.make_stream(xmp.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_author_organisation_software_days_and_places_are_read_from_both_sets_of_properties():
    assert inspect(talkative_pdf()).origins == EXPECTED


def test_a_file_that_says_nothing_of_its_making_has_no_origins():
    assert inspect(pdf_bytes()).origins == []


@pytest.mark.parametrize(
    "xmp", ["<dc:creator" * 90_000, "<dc:creator>" + "<" * 900_000, "C:\\" * 300_000, "\\\\a" * 300_000]
)
def test_hostile_properties_are_read_like_any_others(xmp):
    assert len(inspect(talkative_pdf(xmp)).origins) <= 30


def sent() -> SimpleUploadedFile:
    return SimpleUploadedFile("assessment.pdf", talkative_pdf(), "application/pdf")


@pytest.mark.django_db
def test_the_editor_is_told_after_the_upload_and_whenever_the_form_is_opened(editor_client):
    answer = editor_client.post(
        reverse("wagtaildocs:add"), {"title": "Told", "tags": "", "file": sent()}, follow=True
    )
    document = PublicationDocument.objects.get(title="Told")
    form = editor_client.get(reverse("wagtaildocs:edit", args=[document.pk]))
    for shown in (words(answer), words(form)):
        assert "author Jane Doe, Ann Other" in shown
        assert "/Users/ann/secret/plan.indd" in shown
        assert "ask for a version without it" in shown


@pytest.mark.django_db
def test_the_editor_of_many_files_is_told_at_each_of_them(editor_client):
    answer = editor_client.post(
        reverse("wagtaildocs:add_multiple"),
        {"title": "Told", "files[]": sent()},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert "author Jane Doe, Ann Other" in unescape(answer.json()["form"])
