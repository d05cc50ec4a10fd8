"""The list of figures, however many: pages, choices, few queries (tests), and time (a benchmark)."""

import re
import time

import pytest
from django.db import connection

from statistics.listing import PER_PAGE
from statistics.models import StatisticPage
from statistics.models.relations import FigureRelation
from statistics.open_data.records import CHUNK
from tests.factories import make_category, words
from tests.many_figures import add_figures

MANY = 2_000
MOST = 10_000


def figures_in(response) -> list[str]:
    return re.findall(r'<h3 class="figure-title[^"]*">\s*<a href="([^"]+)"', response.content.decode())


@pytest.fixture
def many_figures(page):
    """Return a function that adds many figures to ten categories."""
    categories = [make_category(page("/categories/"), title=f"Kind {n}") for n in range(10)]
    return lambda number: add_figures(page("/statistics/"), categories, number)


@pytest.mark.django_db
def test_the_list_comes_in_pages_that_keep_what_was_chosen(client, page):
    category = make_category(page("/categories/"), title="Smuggling")
    add_figures(page("/statistics/"), [category], 3 * PER_PAGE + 6)
    StatisticPage.objects.filter(category=category).update(year=2001)
    first = client.get("/statistics/?category=smuggling&year=2001&state=verified")
    assert len(figures_in(first)) == PER_PAGE
    assert f"{PER_PAGE + 2} figures match." in words(first)
    link = re.search(r'<a href="(\?[^"]+)" rel="next">', first.content.decode())[1].replace("&amp;", "&")
    assert link == "?category=smuggling&state=verified&year=2001&page=2"
    second = client.get(f"/statistics/{link}")
    assert len(figures_in(second)) == 2
    assert not set(figures_in(first)) & set(figures_in(second))
    html = second.content.decode()
    assert "page 2 –" in re.search(r"<title>(.*?)</title>", html)[1]
    canonical = link.replace("&", "&amp;")
    assert f'<link rel="canonical" href="http://testserver/statistics/{canonical}">' in html
    assert '<option value="smuggling" selected>' in html
    assert "Smuggling" in re.findall(r'<h2 class="block-heading"[^>]*>\s*([^<]+?)\s*</h2>', html)


@pytest.mark.django_db
def test_what_cannot_be_chosen_is_not_used_and_said(client):
    everything = figures_in(client.get("/statistics/"))
    assert len(everything) == 9
    response = client.get("/statistics/?state=<b>sure&year=soon&category=&page=-3&utm_source=x")
    assert figures_in(response) == everything
    text = words(response)
    assert "There is no state “<b>sure” to choose from, so it was not used." in text
    assert "There is no year “soon” to choose from" in text
    assert "There is no category" not in text
    assert '<link rel="canonical" href="http://testserver/statistics/">' in response.content.decode()


@pytest.mark.django_db
def test_a_choice_that_nothing_matches_says_so_and_leads_back(client):
    response = client.get("/statistics/?state=withdrawn&year=1999&page=7")
    assert response.status_code == 200
    assert "No figures match." in words(response)
    assert '<a href="/statistics/">show all figures</a>' in response.content.decode()
    assert figures_in(client.get("/statistics/?page=900")) == figures_in(client.get("/statistics/"))


@pytest.mark.django_db
def test_figures_are_warned_of_only_on_the_page_that_shows_both(client, page):
    category = make_category(page("/categories/"), title="Smuggling")
    add_figures(page("/statistics/"), [category], PER_PAGE + 1)
    made = StatisticPage.objects.filter(category=category).order_by("-year", "path")
    FigureRelation.objects.create(figure=made[0], other=made[PER_PAGE], kind="overlaps")
    warning = "Some of these figures overlap"
    for number in (1, 2):
        assert warning not in words(client.get(f"/statistics/?category=smuggling&page={number}"))
    FigureRelation.objects.create(figure=made[0], other=made[1], kind="overlaps")
    assert warning in words(client.get("/statistics/?category=smuggling"))


@pytest.mark.django_db
def test_thousands_of_figures_cost_no_more_queries_than_nine(
    client, many_figures, django_assert_max_num_queries
):
    many_figures(MANY)
    with django_assert_max_num_queries(10):
        response = client.get("/statistics/?state=verified&page=3")
    assert len(figures_in(response)) == PER_PAGE
    with django_assert_max_num_queries(6):
        assert client.get("/statistics/data.json?page=90&category=kind-3").json()["count"] == MANY / 10
    with django_assert_max_num_queries(6 + MANY // CHUNK):
        file = b"".join(client.get("/statistics/data.csv").streaming_content)
    assert file.count(b"\r\n") == MANY + 10


@pytest.mark.bench
@pytest.mark.django_db
def test_among_ten_thousand_figures_a_page_takes_200_ms(client, many_figures, capsys):
    many_figures(MOST)

    def quickest(address: str) -> float:
        def once() -> float:
            start = time.perf_counter()
            client.get(address).getvalue()
            return (time.perf_counter() - start) * 1000

        return min(once() for _ in range(5))

    choices = ("", "?page=300", "?category=kind-3&state=verified&year=2003")
    pages = {f"/statistics/{query}": quickest(f"/statistics/{query}") for query in choices}
    data = {f"/statistics/{file}": quickest(f"/statistics/{file}") for file in ("data.json", "data.csv")}
    with capsys.disabled():
        print(f"\n{connection.vendor}, {MOST} figures: {pages | data} ms")
    assert max(pages.values()) <= 200
    assert data["/statistics/data.json"] <= 200
