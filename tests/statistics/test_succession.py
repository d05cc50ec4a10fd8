"""Whoever meets a figure that was replaced is led to the newest one of its line, wherever that is."""

from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page, PageViewRestriction

from statistics.models import StatisticPage
from tests.factories import edit_page, make_category, make_figure, make_information_page, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def category(page):
    """A category whose figures are all in one line."""
    return make_category(page("/categories/"), title="Smuggling")


@pytest.fixture
def line(page, category):
    """Five figures, each of which took the place of the one before; oldest first."""
    figures = [
        make_figure(page("/statistics/"), title=f"In {year}", period=str(year), lower_value=year * 3)
        for year in range(2015, 2020)
    ]
    for older, newer in pairwise(figures):
        StatisticPage.objects.filter(pk=older.pk).update(
            superseded_by=newer, state="superseded", category=category
        )
    return [StatisticPage.objects.get(pk=figure.pk) for figure in figures]


def places(client, page, figure, category):
    """Return, by name, what is said at each place that shows the figure."""
    quoted = f'<p><embed embedtype="figure" id="{figure.pk}"/></p>'
    blocks = [("figures", {"figures": [figure]}), ("text", quoted)]
    block = make_information_page(page("/"), body=blocks[:1])
    text = make_information_page(page("/"), body=blocks[1:])
    record = client.get(f"{figure.url}data.json").json()["figure"]
    listed = client.get("/statistics/data.json?page_size=500").json()["figures"]
    cited = client.get(figure.url).context["citation"]["text"]
    return {
        "page": client.get(figure.url)
        .content.decode()
        .partition("There is a newer")[2]
        .partition("</div>")[0],
        "card": client.get(f"{figure.url}card/")
        .content.decode()
        .partition("newer figure")[2]
        .partition("</p>")[0],
        "block": client.get(block.url).content.decode().partition("Newer figure")[2].partition("</p>")[0],
        "running text": client.get(text.url).content.decode().partition("newest figure")[2].partition(")")[0],
        "category": client.get(category.url)
        .content.decode()
        .rpartition("Newer figure")[2]
        .partition("</p>")[0],
        "data": record["superseded_by"],
        "list of data": next(one["superseded_by"] for one in listed if one["url"] == record["url"]),
        "citation": cited.partition("Newest figure")[2],
    }


def test_every_place_leads_from_the_oldest_to_the_newest(client, page, line, category):
    for name, said in places(client, page, line[0], category).items():
        assert line[-1].url in said, name
        assert not any(other.url in said for other in line[1:-1]), name


@pytest.mark.parametrize("hide", [Page.unpublish, lambda page: PageViewRestriction.objects.create(page=page)])
def test_what_is_hidden_is_passed_over(client, page, line, category, hide):
    for hidden in (line[4], line[2]):
        hide(hidden)
    for name, said in places(client, page, line[0], category).items():
        assert line[3].url in said, name
        assert line[4].url not in said, name


def test_a_ring_that_came_in_by_another_way_ends(client, page, line, category):
    StatisticPage.objects.filter(pk=line[-1].pk).update(superseded_by=line[0])
    for name, said in places(client, page, line[0], category).items():
        assert line[-1].url in said, name


def test_a_figure_that_would_come_back_to_itself_is_refused(editor_client, line):
    response = edit_page(editor_client, line[-1], state="superseded", superseded_by=str(line[0].pk))
    assert "This figure itself took the place of the one chosen" in response.content.decode()
    newest = StatisticPage.objects.get(pk=line[-1].pk)
    newest.superseded_by = line[0]
    with pytest.raises(ValidationError):
        newest.full_clean()


def test_figures_of_one_question_stand_newest_first_wherever_they_were_chosen(client, page):
    text = words(client.get("/"))
    assert (
        text.index("680,000 to 830,000") < text.index("550,000 to 850,000") < text.index("at least 300,000")
    )
    chosen = [page(f"/statistics/sexual-threat-{year}/") for year in (2020, 2021, 2023)]
    shown = make_information_page(page("/"), body=[("figures", {"figures": chosen})])
    text = words(client.get(shown.url))
    assert text.index("680,000 to 830,000 people") < text.index("550,000 to 850,000 people")


def test_oembed_shows_a_figure_that_moved_and_no_other_page(client, line, django_capture_on_commit_callbacks):
    figure = line[0]
    address = f"http://testserver{figure.url}"
    before = client.get("/oembed/", {"url": address}).json()
    figure.slug = "moved-away"
    with django_capture_on_commit_callbacks(execute=True):
        figure.save_revision().publish()
    for old in (address, address.rstrip("/"), f"{address}card/"):
        found = client.get("/oembed/", {"url": old})
        assert found.status_code == 200, old
        assert "/statistics/moved-away/card/" in found.json()["html"]
    assert found.json()["title"] == before["title"]
    assert client.get("/oembed/", {"url": f"{address}data.json"}).status_code == 404
    assert client.get("/oembed/", {"url": "http://testserver/admin/"}).status_code == 404
