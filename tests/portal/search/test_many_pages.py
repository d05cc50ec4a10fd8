"""A search among ten thousand pages: few queries (a test), and in time (a benchmark)."""

import time

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from portal.models import InformationPage
from portal.search.engine import search_pages
from tests.many_figures import indexed

PAGES = 10_000
FILLER = "ordinary words that any page may have in its text " * 10


@pytest.fixture
def many_pages(home):
    """Ten thousand pages and their index entries, written to the tables at once."""
    kind = ContentType.objects.get_for_model(InformationPage)
    first = Page.objects.order_by("pk").last().pk + 1
    Page.objects.bulk_create(
        [
            Page(
                id=first + number,
                path=Page._get_path(home.path, home.depth + 1, number + 1),
                depth=home.depth + 1,
                title=f"Page {number}",
                draft_title=f"Page {number}",
                slug=f"page-{number}",
                url_path=f"{home.url_path}page-{number}/",
                content_type=kind,
                locale_id=home.locale_id,
            )
            for number in range(PAGES)
        ],
        batch_size=1_000,
    )
    IndexEntry.objects.bulk_create(
        [
            IndexEntry(
                content_type=kind,
                object_id=str(first + number),
                title=indexed(f"Page {number}"),
                body=indexed(FILLER + ("zebrafish" if number % 4_000 == 1 else "")),
                autocomplete=indexed(""),
            )
            for number in range(PAGES)
        ],
        batch_size=1_000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _quickest(query: str) -> float:
    """Return the milliseconds of the quickest of five searches: other work makes the rest slower."""

    def once() -> float:
        start = time.perf_counter()
        search_pages(query)
        return (time.perf_counter() - start) * 1000

    return min(once() for _ in range(5))


def test_ten_thousand_hits_take_few_queries(many_pages, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        last = search_pages("ordinary", 10)
    assert (last.total, last.total_is_capped, last.pages, len(last.results)) == (100, True, 10, 10)
    assert search_pages("zebrafish").total == 3


@pytest.mark.bench
def test_the_commonest_word_takes_100_ms_and_a_rare_one_30(many_pages, capsys):
    taken = {word: _quickest(word) for word in ("ordinary", "zebrafish", "nothingofthekind")}
    with capsys.disabled():
        print(f"\n{connection.vendor}, {PAGES} pages: {taken} ms")
    assert taken["ordinary"] <= 100
    assert taken["zebrafish"] <= 30
    assert taken["nothingofthekind"] <= 100
