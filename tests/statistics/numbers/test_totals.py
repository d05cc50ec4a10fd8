"""Figures are added only where that says something true."""

import pytest

from statistics.models import FigureRelation, StatisticPage
from statistics.models.comparability import total_of
from statistics.numbers.totals import CannotCombineError
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


def relate(one, kind, other):
    FigureRelation.objects.create(figure=one, kind=kind, other=other)


def test_a_figure_chosen_twice_is_not_added_and_not_accepted(make, page, client):
    one = make(lower_value=1000)
    with pytest.raises(CannotCombineError, match="chosen twice"):
        total_of([one, one])
    shown = make_information_page(page("/"), body=table([one, one]))
    assert "Total" not in words(client.get(shown.url))


@pytest.mark.parametrize("ring", [False, True])
def test_a_part_of_a_part_is_not_added_to_the_whole(make, ring, client, page):
    whole, middle, part = make(), make(), make()
    relate(middle, "part_of", whole)
    relate(part, "part_of", middle)
    if ring:
        relate(whole, "part_of", part)
    with pytest.raises(CannotCombineError, match="part of another"):
        total_of([whole, part])
    shown = make_information_page(page("/"), body=[("figures", {"figures": [whole, part]})])
    assert "One of these figures is part of another" in words(client.get(shown.url))


def test_two_parts_of_one_whole_may_be_added(make):
    whole, one, other = make(), make(lower_value=100), make(lower_value=20)
    for part in (one, other):
        relate(part, "part_of", whole)
    assert total_of([one, other]) == "120"


@pytest.mark.parametrize("turned", [False, True])
def test_what_overlaps_with_a_part_or_a_whole_overlaps(make, turned):
    whole, part, other = make(), make(), make()
    relate(part, "part_of", whole)
    one, inside = (whole, part) if turned else (part, whole)
    relate(other, "overlaps", inside)
    with pytest.raises(CannotCombineError, match="overlap"):
        total_of([one, other])


def test_figures_that_answer_one_question_stand_for_each_other(make):
    first, second, third, part = make(), make(), make(), make()
    relate(first, "same_question", second)
    relate(third, "same_question", second)
    relate(part, "part_of", third)
    with pytest.raises(CannotCombineError, match="same question"):
        total_of([first, third])
    with pytest.raises(CannotCombineError, match="part of another"):
        total_of([first, part])


def test_a_figure_is_not_added_to_what_took_its_place_later_on(make):
    first, second, third = make(), make(), make()
    StatisticPage.objects.filter(pk=first.pk).update(superseded_by=second)
    StatisticPage.objects.filter(pk=second.pk).update(superseded_by=third)
    with pytest.raises(CannotCombineError, match="same question"):
        total_of([StatisticPage.objects.get(pk=first.pk), third])


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            {"thing": "other", "counted": "firearms"},
            {"thing": "other", "counted": "tonnes"},
            "different things",
        ),
        ({"thing": "unclear"}, {"thing": "unclear"}, "not clear what"),
        ({"kind": "count"}, {"kind": "estimate"}, "different ways"),
        ({"thing": "money", "counted": "pounds"}, {"thing": "money", "counted": "dollars"}, "one currency"),
        ({"thing": "money", "counted": "lost"}, {"thing": "money", "counted": "lost"}, "one currency"),
        ({"bound": "stated"}, {"bound": "at_least"}, "worded in ways"),
    ],
)
def test_what_is_not_of_one_kind_is_not_added(make, one, other, reason):
    with pytest.raises(CannotCombineError, match=reason):
        total_of([make(**one), make(**other)])


def test_what_is_of_one_kind_is_added(make):
    firearms = {"thing": "other", "counted": "firearms"}
    assert total_of([make(lower_value=500, **firearms), make(lower_value=20, **firearms)]) == "520"
    pounds = {"thing": "money", "counted": "pounds lost"}
    assert total_of([make(lower_value=5, **pounds), make(lower_value=2, **pounds)]) == "7"
    rounded = [make(lower_value=5, bound="stated"), make(lower_value=2)]
    assert total_of(rounded) == "about 7"
