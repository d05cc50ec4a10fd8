"""A publication that very many figures cite: few of them on its page, all of them on pages of their own."""

import re

import pytest

from categories.models import CategoryPage
from publications.models import PublicationPage
from publications.reading.related import MAX_CITING
from statistics.models import StatisticPage
from tests.factories import make_figure, make_publication, words
from tests.many_figures import add_figures

MANY = 120

pytestmark = pytest.mark.django_db


@pytest.fixture
def cited(page) -> PublicationPage:
    """A publication with so many figures, each from another page of it."""
    publication = make_publication(page("/publications/"), title="Much cited")
    add_figures(page("/statistics/"), list(CategoryPage.objects.all()), MANY)
    for place, figure in enumerate(StatisticPage.objects.filter(slug__startswith="figure-").order_by("path")):
        StatisticPage.objects.filter(pk=figure.pk).update(publication=publication, source_page=place + 1)
    return publication


def _figures(response) -> int:
    return response.content.decode().count("/statistics/figure-")


def test_its_page_shows_the_first_and_leads_to_all(client, cited, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        response = client.get(cited.url)
    assert _figures(response) == MAX_CITING
    assert re.search(r"Page 1 Figure \d+ Page 2 Figure \d+ Page 3 ", words(response))
    assert f'"{cited.url}cited-by/"' in response.content.decode()


def test_all_come_in_pages_each_figure_once(client, cited, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        first = client.get(f"{cited.url}cited-by/")
    assert f"{MANY} figures" in words(first)
    pages = [first, *(client.get(f"{cited.url}cited-by/?page={number}") for number in (2, 3))]
    assert [_figures(response) for response in pages] == [MAX_CITING, MAX_CITING, MANY - 2 * MAX_CITING]
    assert all("noindex" in response["X-Robots-Tag"] for response in pages)


def test_few_need_no_further_page(client, page):
    publication = make_publication(page("/publications/"), title="Little cited")
    assert client.get(f"{publication.url}cited-by/").status_code == 404
    make_figure(page("/statistics/"), title="One", publication=publication)
    assert "cited-by/" not in client.get(publication.url).content.decode()


def test_what_is_hidden_is_not_counted(client, cited):
    StatisticPage.objects.filter(source_page__gt=3).update(live=False)
    assert "3 figures" in words(client.get(f"{cited.url}cited-by/"))
