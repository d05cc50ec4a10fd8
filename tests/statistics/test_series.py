"""One question over time: a table and a drawing that never join what was counted differently."""

import re

import pytest

from statistics.models import FigureSeries, StatisticPage
from tests.factories import edit_page, make_figure, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def series():
    """A question without figures."""
    return FigureSeries.objects.create(question="How many things were there?")


@pytest.fixture
def make(page, series):
    """Return a function that makes a figure of the series for a year."""
    return lambda year, **fields: make_figure(
        page("/statistics/"), series=series, period=str(year), thing="people", **fields
    )


def drawing(client, figure) -> str:
    found = re.search(r"<svg viewBox.*?</svg>", client.get(figure.url).content.decode(), re.DOTALL)
    return found[0] if found else ""


def test_the_default_series_stands_in_a_table_with_its_break(client):
    answer = client.get("/statistics/sexual-threat-2021/")
    table = words(answer).partition("Period Figure State Source")[2]
    order = ["at least 300,000", "Counted differently from here.", "550,000 to 850,000 (this figure)"]
    order += ["We do not know if it was counted the same way from here.", "680,000 to 830,000"]
    places = [table.index(words) for words in order]
    assert places == sorted(places)


def test_ranges_are_drawn_as_ranges_breaks_as_rules_and_nothing_is_joined(client, page):
    svg = drawing(client, page("/statistics/sexual-threat-2021/"))
    assert svg.count('class="chart-range"') == 2
    assert svg.count('class="chart-break"') == 1
    assert svg.count('class="chart-doubt"') == 1
    assert 'class="chart-line"' not in svg
    assert "%" not in svg


def test_single_values_counted_the_same_way_are_joined_and_others_are_not(client, make):
    make(2018, lower_value=100)
    make(2019, lower_value=120, comparability="same")
    make(2020, lower_value=140, comparability="break", break_note="Another form.")
    last = make(2021, lower_value=150)
    svg = drawing(client, last)
    assert svg.count('class="chart-line"') == 1
    assert svg.count('class="chart-break"') == 1
    assert "Counted differently from here. Another form." in words(client.get(last.url))


def test_the_drawing_is_for_the_eye_only_and_its_table_says_the_same(client, make):
    make(2019, lower_value=100)
    html = client.get(make(2020, lower_value=0).url).content.decode()
    assert '<div class="chart wide" aria-hidden="true">' in html
    for value in re.findall(r'class="chart-value[^>]*>([^<]+)<', html):
        assert value in re.search(r"<table>.*?</table>", html, re.DOTALL)[0]


def test_a_figure_alone_in_its_series_has_no_table(client, make):
    assert "The same question over time" not in words(client.get(make(2020).url))


def test_a_hidden_figure_is_left_out(client, make):
    hidden, shown = make(2019, title="Hidden"), make(2020)
    make(2021)
    StatisticPage.objects.filter(pk=hidden.pk).update(live=False)
    assert "Hidden" not in client.get(shown.url).content.decode()


def test_a_figure_of_something_else_is_refused_in_the_series(editor_client, page, make, series):
    make(2019, title="First")
    other = make_figure(page("/statistics/"), thing="images")
    response = edit_page(editor_client, other, series=str(series.pk))
    assert "“First” is in this series and counts something else" in response.content.decode()


def test_a_series_of_different_things_has_a_table_but_no_drawing(client, make):
    make(2019)
    last = make(2020)
    StatisticPage.objects.filter(pk=last.pk).update(thing="images")
    assert drawing(client, last) == ""
    assert "The same question over time" in words(client.get(last.url))


def test_two_figures_of_a_series_shown_together_carry_the_warning(client, page, make):
    from tests.factories import make_information_page

    body = [("figures", {"figures": [make(2019), make(2020)]})]
    text = words(client.get(make_information_page(page("/"), body=body).url))
    assert "answer the same question at different times or by different methods: do not add them" in text
