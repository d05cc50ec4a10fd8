"""A figure is looked for on the page of the file that it names; what is not found, somebody else accepts."""

from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from publications.models import PublicationDocument
from statistics.evidence import Evidence, compare
from statistics.models import EvidenceCheck
from tests.factories import edit_page, make_figure, make_publication, text_pdf, words

PAGE = (
    "The Child Abuse Image Data-\nbase (CAID) holds 8.3 million unique first-\ngeneration images, up by 7%."
)


@pytest.mark.parametrize(
    ("quoted", "value", "page"),
    [
        ("holds 8.3 million unique first-generation images", 8_300_000, PAGE),
        ("the child abuse image database (CAID)", 8_300_000, PAGE),
        ("holds 8.3m unique", 8_300_000, PAGE),
        ("holds 8,300,000 unique", 8_300_000, PAGE),
        ("holds 8.3\u00a0million … up by 7 %", 8_300_000, PAGE),
        ("between 550,000 and 850,000", 550_000, "between 550,000\nand 850,000 people"),
        ("550 to 850 thousand", 550_000, "some 550 to 850 thousand people"),
        ("at least 300,000", 300_000, "At least 300 000 individuals"),
        ("“offenders”", 250_000, "250,000 'offenders'"),
    ],
)
def test_words_and_value_are_found_however_they_are_printed(quoted, value, page):
    assert compare(quoted, [Decimal(value)], page) is Evidence.FOUND


@pytest.mark.parametrize(
    ("quoted", "value", "result"),
    [
        ("holds 9.3 million unique", 8_300_000, Evidence.WORDS_NOT_FOUND),
        ("up by 7% … holds 8.3 million", 8_300_000, Evidence.WORDS_NOT_FOUND),
        ("unique first-generation images", 830_000, Evidence.VALUE_NOT_FOUND),
        ("unique first-generation images", 3_000_000, Evidence.VALUE_NOT_FOUND),
    ],
)
def test_other_words_or_another_value_are_not_found(quoted, value, result):
    assert compare(quoted, [Decimal(value)], PAGE) is result


@pytest.fixture
def document(db):
    """The file of a source: nothing on page 1, the figure on page 2."""
    made = PublicationDocument(title="A source")
    made.file.save("source.pdf", ContentFile(text_pdf("", "There are 1,200 things counted.")), save=True)
    return made


@pytest.fixture
def publication(page, document):
    """Its page, which readers can see."""
    return make_publication(page("/publications/"), document=document, cleared_by="The owner")


@pytest.fixture
def make(page, publication):
    """Return a function that makes a figure of the source, on page 2."""

    def figure(**fields):
        usual = {"source_page": 2, "quoted_words": "1,200 things", "publication": publication}
        return make_figure(page("/statistics/"), **{**usual, **fields})

    return figure


@pytest.mark.parametrize(
    ("fields", "result"),
    [
        ({}, Evidence.FOUND),
        ({"lower_value": 1300}, Evidence.VALUE_NOT_FOUND),
        ({"quoted_words": "1,200 ideas"}, Evidence.WORDS_NOT_FOUND),
        ({"source_page": 1}, Evidence.NO_TEXT),
        ({"source_page": 3}, Evidence.OUT_OF_RANGE),
        ({"quoted_words": ""}, Evidence.NOTHING_TO_FIND),
        ({"publication": None}, Evidence.NOT_HELD),
    ],
)
def test_the_editor_and_the_report_say_what_was_found(editor_client, make, fields, result):
    figure = make(**fields)
    form = editor_client.get(reverse("wagtailadmin_pages:edit", args=[figure.pk])).content.decode()
    assert result.label.replace("'", "&#x27;") in form
    assert EvidenceCheck.objects.get(figure=figure).result == result
    report = words(editor_client.get(reverse("statistics_evidence")))
    assert result.label in report


def test_a_sample_is_no_evidence_and_the_editor_is_told_so(editor_client, make, document):
    PublicationDocument.objects.filter(pk=document.pk).update(is_sample=True)
    figure = make()
    assert EvidenceCheck.objects.get(figure=figure).result == Evidence.SAMPLE
    form = editor_client.get(reverse("wagtailadmin_pages:edit", args=[figure.pk])).content.decode()
    assert "the held file is a sample, so it is no evidence" in form
    assert "the held file is a sample" in words(editor_client.get(reverse("statistics_evidence")))


def test_the_source_opens_at_its_page_where_the_file_is_held_and_says_which(client, make, publication):
    figure = make(source_url="https://example.org/source")
    answer = client.get(figure.url)
    assert f'href="{publication.url}download/#page=2"' in answer.content.decode()
    assert "(opens the PDF on this site at page 2)" in words(answer)
    elsewhere = client.get(make(publication=None, source_url="https://example.org/source").url)
    assert 'href="https://example.org/source"' in elsewhere.content.decode()
    assert "(opens the publisher’s own page)" in words(elsewhere)


def test_a_replaced_file_is_looked_through_again(make, document, django_capture_on_commit_callbacks):
    figure = make()
    with django_capture_on_commit_callbacks(execute=True):
        document.file.save("new.pdf", ContentFile(text_pdf("", "Nothing of the kind.")), save=True)
    assert EvidenceCheck.objects.get(figure=figure).result == Evidence.WORDS_NOT_FOUND


@pytest.fixture
def not_found(make, editor):
    """The open check of a figure that the editor published and that was not found."""
    figure = make(lower_value=1300)
    figure.save_revision(user=editor).publish()
    return EvidenceCheck.objects.get(figure=figure)


def accept(client, check, note: str) -> str:
    url = reverse("statistics_accept_evidence", args=[check.pk])
    return words(client.post(url, {"accepted_note": note}, follow=True))


def test_somebody_else_accepts_it_with_a_note(admin_client, not_found):
    assert "You accepted" in accept(admin_client, not_found, "I read it in the printed copy.")
    not_found.refresh_from_db()
    assert (not_found.accepted_by.username, not_found.is_open) == ("chief", False)
    assert "I read it in the printed copy." in words(admin_client.get(reverse("statistics_evidence")))


def test_who_edited_it_cannot_accept_it_and_nobody_can_without_a_note(
    editor_client, not_found, administrator
):
    assert "Somebody else must accept it" in accept(editor_client, not_found, "Trust me.")
    editor_client.force_login(administrator)
    assert "This field is required." in accept(editor_client, not_found, " ")
    not_found.refresh_from_db()
    assert not_found.is_open


def test_an_editor_without_the_right_to_publish_cannot_accept(client, not_found, django_user_model):
    from django.contrib.auth.models import Group

    user = django_user_model.objects.create_user("junior", password="pass-word-1234")
    user.groups.set(Group.objects.filter(name="Editors"))
    client.force_login(user)
    client.post(reverse("statistics_accept_evidence", args=[not_found.pk]), {"accepted_note": "Fine."})
    not_found.refresh_from_db()
    assert not_found.is_open


def test_an_edit_ends_the_acceptance(admin_client, not_found):
    accept(admin_client, not_found, "I read it in the printed copy.")
    edit_page(admin_client, not_found.figure, lower_value="1400", correction="Another number.")
    not_found.refresh_from_db()
    assert not_found.is_open
