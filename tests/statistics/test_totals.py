"""Figures are added only where that says something true."""

import pytest

from statistics.models import FigureRelation, StatisticPage
from statistics.totals import CannotCombineError, total_of
from tests.factories import edit_page, make_figure, make_information_page, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def make(page):
    """Return a function that makes a figure of people in the UK in 2020."""
    return lambda **fields: make_figure(page("/statistics/"), **{"thing": "people", **fields})


@pytest.mark.parametrize(
    ("one", "other", "total"),
    [
        ({"lower_value": 100}, {"lower_value": 20}, "120"),
        ({"lower_value": 100, "bound": "at_least"}, {"lower_value": 20}, "at least 120"),
        ({"lower_value": 100, "bound": "about"}, {"lower_value": 20}, "about 120"),
        ({"lower_value": 100, "upper_value": 200, "bound": "range"}, {"lower_value": 20}, "120 to 220"),
    ],
)
def test_the_total_keeps_the_wording_that_is_still_true(make, one, other, total):
    assert total_of([make(**one), make(**other)]) == total


@pytest.mark.parametrize("kind", ["part_of", "overlaps", "same_question", "not_comparable"])
def test_related_figures_are_never_added(make, kind):
    one, other = make(), make()
    FigureRelation.objects.create(figure=one, other=other, kind=kind)
    with pytest.raises(CannotCombineError, match="do not"):
        total_of([one, other])


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"unit": "percent", "lower_value": 5}, "different units"),
        ({"thing": "images"}, "different things"),
        ({"period": "2021"}, "different times"),
        ({"area": "Scotland"}, "different places"),
        ({"state": "unverified"}, "unverified"),
        ({"bound": "range", "upper_value": 5000}, "worded in ways"),
    ],
)
def test_what_does_not_belong_together_is_not_added(make, other, reason):
    with pytest.raises(CannotCombineError, match=reason):
        total_of([make(bound="at_least"), make(**other)])


def test_the_default_figures_that_overlap_have_no_total(page):
    paths = ["registered-sex-offenders", "dark-web-offenders", "sexual-threat-2020"]
    with pytest.raises(CannotCombineError, match="overlap"):
        total_of([page(f"/statistics/{path}/") for path in paths])


def table(figures, **more):
    return [("figure_table", {"caption": "Two figures", "figures": figures, "show_total": True, **more})]


def test_a_table_shows_its_total_until_the_figures_can_no_longer_be_added(client, page, make):
    one, other = make(lower_value=100), make(lower_value=20)
    shown = make_information_page(page("/"), body=table([one, other]))
    assert "Total 120" in words(client.get(shown.url))
    StatisticPage.objects.filter(pk=other.pk).update(state="withdrawn", state_note="Wrong.")
    text = words(client.get(shown.url))
    assert "Total" not in text
    assert "These figures are not added up." in text


def test_an_editor_is_told_why_a_table_has_no_total(editor_client, page, make):
    one, other = make(), make()
    FigureRelation.objects.create(figure=one, other=other, kind="overlaps")
    shown = make_information_page(page("/"))
    block = "body-0-value-"
    changes = {"body-count": "1", "body-0-type": "figure_table", "body-0-order": "0", "body-0-deleted": ""}
    changes |= {f"{block}caption": "Two", f"{block}show_total": "on", f"{block}figures-count": "2"}
    for number, figure in enumerate((one, other)):
        row = f"{block}figures-{number}-"
        changes |= {f"{row}value": str(figure.pk), f"{row}order": str(number), f"{row}deleted": ""}
    response = edit_page(editor_client, shown, **changes)
    assert response.status_code == 200
    assert "These figures have no total. Some of these figures overlap" in response.content.decode()
