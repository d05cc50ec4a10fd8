"""How many questions a page asks the database, and that no number of entries changes it."""

from collections import Counter

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_category
from tests.many_figures import add_figures

HOME_BUDGET = 12
PAGE_BUDGET = 10
ONE_OF_EACH_TYPE = [
    "/categories/",
    "/categories/child-sexual-abuse/",
    "/statistics/",
    "/statistics/sexual-threat-2020/",
    "/what-you-can-do/",
    "/what-you-can-do/signs-to-look-for/",
    "/what-you-can-do/text/",
    "/what-you-can-do/take-along/",
    "/what-you-can-do/take-along/card-2.pdf",
    "/publications/",
    "/publications/national-strategic-assessment-2020/",
    "/cyber-threat-to-uk-businesses/",
    "/privacy/",
    "/search/?q=fraud",
    "/no-such-page/",
    "/statistics/?state=verified&category=fraud&year=2020&page=2",
    "/statistics/data.json",
    "/statistics/data.csv-metadata.json?category=fraud",
    "/statistics/openapi.json",
    "/statistics/sexual-threat-2020/data.json",
    "/statistics/sexual-threat-2020/card/",
    "/oembed/?url=http://testserver/statistics/sexual-threat-2020/",
    "/sitemap.xml",
    "/changes.atom",
]


def queries_of(client, address: str) -> list[str]:
    """Return the queries of one request; what a process remembers of the site is remembered."""
    cache.clear()
    client.get("/robots.txt")
    client.get("/accessibility/")
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(address)
    return [query["sql"] for query in captured]


def repeated(queries: list[str]) -> list[str]:
    return [sql for sql, times in Counter(queries).items() if times > 1]


@pytest.mark.django_db
def test_the_home_page_asks_the_database_at_most_twelve_times(client):
    queries = queries_of(client, "/")
    assert len(queries) <= HOME_BUDGET, "\n".join(queries)
    assert not repeated(queries)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ONE_OF_EACH_TYPE)
def test_any_other_page_asks_at_most_ten_times_and_nothing_twice(client, address):
    queries = queries_of(client, address)
    assert len(queries) <= PAGE_BUDGET, "\n".join(queries)
    assert not repeated(queries)


@pytest.mark.django_db
def test_many_categories_and_figures_cost_no_further_query(client, page):
    addresses = ["/", *ONE_OF_EACH_TYPE]
    before = {address: len(queries_of(client, address)) for address in addresses}
    category = page("/categories/child-sexual-abuse/")
    for _ in range(30):
        make_category(page("/categories/"))
    add_figures(page("/statistics/"), [category], 500)
    after = {address: len(queries_of(client, address)) for address in addresses}
    assert {address: count for address, count in after.items() if count > before[address]} == {}
