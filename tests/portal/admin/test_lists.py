"""The admin's lists and choosers of pages ask the database as often for thousands of pages as for ten."""

import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from categories.models import CategoryPage
from portal.admin.explorer import MOST_PUT_IN_ORDER, ROWS
from tests.many_figures import add_figures, index_figures

ROW = re.compile(r"\bdata-object-id=")
FEW, MANY = 30, 600
MOST_QUERIES = 20


@pytest.fixture
def figures(page):
    """Return a function that adds so many figures, which a search finds, to the list of figures."""

    def add(number: int) -> Page:
        parent = page("/statistics/")
        add_figures(parent, list(CategoryPage.objects.all()), number)
        index_figures(text="ordinary words")
        parent.numchild += number
        parent.save()
        return parent

    return add


def _queries(client, address: str) -> Counter:
    client.get(address)  # so that what is kept in memory is there
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 200
    return Counter(query["sql"] for query in queries)


def _addresses(folder: Page, home: Page) -> dict[str, str]:
    return {
        "browse": reverse("wagtailadmin_choose_page_child", args=[folder.pk]),
        "browse pages of many types": reverse("wagtailadmin_choose_page_child", args=[home.pk]),
        "browse one type": reverse("wagtailadmin_choose_page") + "?page_type=statistics.statisticpage",
        "search": reverse("wagtailadmin_choose_page_search") + "?q=ordinary",
        "search many types": reverse("wagtailadmin_choose_page_search") + "?q=crime",
    }


@pytest.mark.parametrize("who", ["admin_client", "editor_client"])
def test_the_page_chooser_asks_few_questions_and_none_twice(request, figures, page, who):
    client, folder = request.getfixturevalue(who), figures(FEW)
    for name, address in _addresses(folder, page("/")).items():
        queries = _queries(client, address)
        assert queries.total() <= MOST_QUERIES, name
        assert [sql for sql, number in queries.items() if number > 1] == [], name


def test_rows_of_the_chooser_say_which_page_they_are_below(admin_client, figures, page):
    folder = figures(FEW)
    for address in list(_addresses(folder, page("/")).values())[:4:3]:
        rows = admin_client.get(address).content.decode().replace('\\"', '"')
        assert f'data-parent-id="{folder.pk}"' in rows


@pytest.mark.parametrize("address", ["", "?q=ordinary", "?p=2", "?q=ordinary&p=2"])
def test_many_pages_in_a_folder_cost_no_more_questions_and_rows_than_few(admin_client, figures, address):
    explorer = reverse("wagtailadmin_explore", args=[figures(2 * ROWS).pk])
    few = _queries(admin_client, explorer + address).total()
    figures(MANY)
    assert _queries(admin_client, explorer + address).total() <= few
    html = admin_client.get(explorer + address).content.decode()
    assert len(ROW.findall(html)) == ROWS


@pytest.mark.parametrize("name", ["wagtailadmin_pages:search", "wagtailadmin_choose_page_search"])
def test_many_hits_cost_no_more_questions_than_few(admin_client, figures, name):
    figures(FEW)
    few = _queries(admin_client, reverse(name) + "?q=ordinary").total()
    figures(MANY)
    assert _queries(admin_client, reverse(name) + "?q=ordinary").total() == few


def test_more_pages_than_a_screen_takes_are_not_shown_at_once_to_be_put_in_order(admin_client, figures):
    folder = figures(MOST_PUT_IN_ORDER + 1)
    address = reverse("wagtailadmin_explore", args=[folder.pk]) + "?ordering=ord"
    html = admin_client.get(address).content.decode()
    assert "pages are too many to put in order by hand" in html
    assert len(ROW.findall(html)) == ROWS
