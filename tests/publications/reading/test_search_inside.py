"""Looking for words inside one publication, page by page."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from tests.factories import make_publication, pdf_bytes, words
from tests.portal.search.test_view import HOSTILE

from .texts import broken_line, give_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(page, make_document):
    """A publication with its official file of three pages."""
    document = make_document(pdf_bytes(pages=3), is_sample=False)
    give_text(document, "Gangs move drugs.", "Nothing here.", "Drugs are sold & bought by <gangs>.")
    return make_publication(page("/publications/"), title="Report", document=document, cleared_by="Us")


def inside(client, publication, query: str, **more):
    return client.get(f"{publication.url}inside/", {"q": query, **more})


def test_each_page_with_the_words_is_shown_in_order_and_opens_the_file_there(client, report):
    page = client.get(report.url).content.decode()
    assert f'action="{report.url}inside/"' in page
    response = inside(client, report, "drugs gangs")
    html = response.content.decode()
    assert "2 pages with “drugs gangs”" in words(response)
    assert html.index(f'"{report.url}download/#page=1"') < html.index(f'"{report.url}download/#page=3"')
    assert "#page=2" not in html
    assert "<mark>Drugs</mark> are sold &amp; bought by &lt;<mark>gangs</mark>&gt;." in html


def test_words_that_no_page_has_together_are_said_to_be_so(client, report):
    text = words(inside(client, report, "nothing sold"))
    assert "2 pages with some of the words" in text
    assert "No page has all of these words." in text


def test_without_a_hit_there_is_a_next_step(client, report):
    response = inside(client, report, "zebrafish")
    assert "No page has “zebrafish”" in words(response)
    assert "/search/?q=zebrafish" in response.content.decode()


def test_many_hits_come_twenty_at_a_time(client, report):
    give_text(report.document, *["drugs"] * 45)
    last = inside(client, report, "drugs", page="3")
    assert "45 pages with “drugs”" in words(last)
    assert [f"#page={number}&" in last.content.decode().replace('"', "&") for number in (40, 41, 45)] == [
        False,
        True,
        True,
    ]


def test_a_broken_word_is_found_and_shown_whole(client, page, make_document):
    document = make_document(broken_line("Run by or-", "ganised gangs, twenty-"), is_sample=False)
    made = make_publication(page("/publications/"), document=document, cleared_by="Us")
    assert "Run by <mark>organised</mark> gangs" in inside(client, made, "organised").content.decode()


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("the twenty-\nfirst century", "twenty-first"),
        ("the twenty-\nfirst century", "first"),
        ("ﬁnancial crime", "financial"),
        ("in 2019-\n20", "2019-20"),
        ("drugs/arms", "arms"),
        ("other gangs", "gang"),
    ],
)
def test_a_word_is_found_however_the_file_holds_it(client, report, text, query):
    give_text(report.document, text)
    assert "download/#page=1" in inside(client, report, query).content.decode()


def test_the_text_of_a_sample_is_found_and_said_to_be_one(client, publication):
    give_text(publication.document, "Zebrafish.")
    response = inside(client, publication, "zebrafish")
    assert "This is the text of a sample made for this site." in words(response)
    assert "#page=1" in response.content.decode()


def test_a_replaced_file_is_found_by_its_new_words_only(client, report, make_document):
    document = report.document
    document.file.save("new.pdf", _file(broken_line("Only", "zebrafish")))
    assert "1 page with" in words(inside(client, report, "zebrafish"))
    assert "No page has" in words(inside(client, report, "gangs"))


def _file(content: bytes):
    from django.core.files.base import ContentFile

    return ContentFile(content)


def test_a_scan_without_text_is_said_to_be_one(client, publication):
    assert "Search inside" not in words(client.get(publication.url))
    assert "a scan without text" in words(inside(client, publication, "gangs"))


def test_nothing_keeps_or_lists_the_answer_and_no_title_tells_the_words(client, report):
    response = inside(client, report, "drugs")
    assert response["Cache-Control"] == "no-store"
    assert "CDN-Cache-Control" not in response
    assert response["X-Robots-Tag"] == "noindex"
    title = response.content.decode().split("<title>")[1].split("</title>")[0]
    assert "drugs" not in title
    assert not response.cookies
    assert client.post(f"{report.url}inside/?q=drugs").status_code == 405


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: ascii(query[:20]))
def test_no_query_breaks_the_page(client, report, query):
    query = query.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    assert inside(client, report, query, page="x").status_code == 200


@pytest.mark.parametrize("way", ["unpublished", "private page", "private collection", "expired", "no file"])
def test_what_is_not_public_answers_nowhere(client, report, page, way):
    collection = Collection.get_first_root_node().add_child(name="Kept apart")
    report.document.collection = collection
    report.document.save()
    addresses = [f"{report.url}inside/?q=drugs", f"{report.url}cover/"]
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    if way == "unpublished":
        report.unpublish()
    elif way == "private page":
        PageViewRestriction.objects.create(page=page("/publications/"), restriction_type="login")
    elif way == "private collection":
        CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
        assert "Search inside" not in words(client.get(report.url))
    elif way == "expired":
        type(report).objects.filter(pk=report.pk).update(expire_at="2020-01-01T00:00Z")
    else:
        type(report).objects.filter(pk=report.pk).update(document=None)
    answers = [client.get(address) for address in addresses]
    assert {answer.status_code for answer in answers} <= ({302} if way == "private page" else {404})
    assert not any(b"Gangs" in answer.content for answer in answers)


def test_few_questions_are_asked_however_many_pages_there_are(client, report, django_assert_max_num_queries):
    give_text(report.document, *["drugs"] * 100)
    for query in ("drugs", "drugs zebrafish", "zebrafish"):
        with django_assert_max_num_queries(10):
            inside(client, report, query)
