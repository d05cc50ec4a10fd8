"""Publications that the site's search finds by the words of their PDFs."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from portal.search.engine import PAGE_SIZE, search_pages
from publications.models import PublicationDocument, PublicationIndexPage
from tests.factories import make_publication, pdf_bytes, words
from tests.publications.reading.texts import give_text

TEXTS = [
    "Zebrafish once.",
    "Nothing.",
    "Or-\nganised zebrafish.",
    "zebrafish",
    "zebrafish zebrafish zebrafish",
]


@pytest.fixture
def make_report(home):
    """Return a function that publishes a publication whose file has these words."""
    index = home.add_child(instance=PublicationIndexPage(title="Publications", summary="All."))

    def make(title: str, *texts: str, is_sample: bool = False, **fields):
        document = PublicationDocument(title=title, is_sample=is_sample)
        document.file.save("report.pdf", ContentFile(pdf_bytes(pages=len(texts))))
        give_text(document, *texts)
        return make_publication(index, title=title, document=document, cleared_by="Us", **fields)

    return make


def test_a_publication_is_found_by_words_of_its_file_alone_with_its_three_best_pages(client, make_report):
    report = make_report("Report", *TEXTS)
    response = client.get("/search/?q=zebrafish")
    html = response.content.decode()
    assert "1 result" in words(response)
    assert f'<a href="{report.url}download/#page=5">Page 5' in html
    assert html.count("#page=") == 3
    assert f'"{report.url}inside/?q=zebrafish"' in html
    assert client.get(f"{report.url}inside/?q=zebrafish").content.decode().count("#page=") == 4
    assert "<mark>Organised</mark> zebrafish" in client.get("/search/?q=organised").content.decode()


def test_a_publication_found_by_its_own_words_shows_the_pages_of_its_file_too(make_report):
    make_report("Zebrafish", *TEXTS)
    result = search_pages("zebrafish")
    assert (result.total, len(result.results[0].passages)) == (1, 3)


def test_one_long_publication_hides_no_other(make_report):
    make_report("Long", *["zebrafish zebrafish"] * 40)
    make_report("Short", "A zebrafish among many other words of no matter.")
    assert {result.title for result in search_pages("zebrafish").results} == {"Long", "Short"}


def test_what_is_only_in_a_file_is_on_the_first_page_of_many_results(make_report, make_page):
    for number in range(15):
        make_page(f"Page {number}", "zebrafish")
    make_report("Report", *TEXTS)
    first = [result.title for result in search_pages("zebrafish").results]
    assert len(first) == PAGE_SIZE
    assert first.index("Report") == 5


def test_words_that_no_page_has_all_of_are_looked_for_one_by_one(make_report):
    make_report("Report", *TEXTS)
    assert [result.title for result in search_pages("zebrafish elephant").results] == ["Report"]


def test_a_sample_is_found_and_called_the_sample(client, make_report):
    make_report("Report", *TEXTS, is_sample=True)
    make_report("Official", *TEXTS)
    by_title = {result.title: result for result in search_pages("zebrafish").results}
    labels = [passage.label for passage in by_title["Report"].passages]
    assert labels
    assert all("in the sample file, not the official document" in label for label in labels)
    assert not any("sample" in passage.label for passage in by_title["Official"].passages)
    html = client.get("/search/", {"q": "zebrafish"}).content.decode()
    assert "in the sample file, not the official document" in html


@pytest.mark.parametrize(
    "way", ["draft", "unpublished", "expired", "private", "collection", "deleted", "document gone"]
)
def test_neither_text_nor_existence_leaks(client, make_report, way):
    report = make_report("Report", *TEXTS)
    document, collection = report.document, Collection.get_first_root_node().add_child(name="Kept apart")
    document.collection = collection
    document.save()
    assert search_pages("zebrafish").total == 1
    if way == "draft":
        type(report).objects.filter(pk=report.pk).update(live=False)
    elif way == "unpublished":
        report.unpublish()
    elif way == "expired":
        past = timezone.now() - timedelta(hours=1)
        type(report).objects.filter(pk=report.pk).update(expire_at=past)
    elif way == "private":
        PageViewRestriction.objects.create(page=report.get_parent(), restriction_type="login")
    elif way == "collection":
        CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    else:
        (report if way == "deleted" else document).delete()
    response = client.get("/search/?q=zebrafish")
    assert "Nothing found for" in words(response)
    assert "Report" not in words(response)
