"""Records made of rows of the table say what records made of whole pages say."""

import pytest

from portal.addresses import path_by_url_path, path_of
from statistics.models import StatisticPage
from statistics.open_data.records import public_figures, record_of, records
from tests.factories import make_figure


@pytest.mark.django_db
def test_every_record_is_the_same_whether_made_of_a_row_or_of_a_page(page):
    parent, category = page("/statistics/"), page("/categories/").get_children().first().specific
    newest = make_figure(parent, title="Newest", does_not_mean="<p>All &amp; <b>every</b>.</p><p>No.</p>")
    older = make_figure(parent, title="Older", superseded_by=newest, state="superseded", category=category)
    make_figure(parent, title="Oldest", superseded_by=older, state="superseded", year=None)
    category.live = False
    category.save()
    made = list(records(public_figures()))
    assert made == [record_of(figure) for figure in public_figures()]
    assert made == list(records(public_figures()[: len(made)]))
    assert sum(record["superseded_by"].endswith("/statistics/newest/") for record in made) == 2


@pytest.mark.django_db
def test_paths_found_for_many_pages_are_those_of_each(page):
    path = path_by_url_path()
    for figure in [page("/"), *StatisticPage.objects.all()]:
        assert path(figure.url_path) == path_of(figure)
    strange = StatisticPage(pk=10**6, url_path=f"{page('/').url_path}statistics/zoë_1-b/")
    assert path(strange.url_path) == path_of(strange)
    assert path("/elsewhere/") == ""
