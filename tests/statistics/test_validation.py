"""An impossible figure is refused in the admin, in words, and nothing typed is lost."""

from html import unescape

import pytest

from tests.factories import edit_page, make_figure


@pytest.fixture
def figure(page):
    """A figure that an editor has published."""
    return make_figure(page("/statistics/"), title="A figure", lower_value=1200)


REFUSALS = [
    ({"lower_value": "-5"}, "A count cannot be below zero."),
    ({"bound": "range", "lower_value": "10"}, "A range needs its upper end."),
    ({"bound": "range", "upper_value": "1200"}, "The upper end must be more than the lower end."),
    ({"bound": "range", "lower_value": "9", "upper_value": "3"}, "The upper end must be more than the lower"),
    ({"bound": "about", "upper_value": "3000"}, "Only a range has an upper end. Choose “A range”"),
    ({"unit": "percent", "lower_value": "101"}, "A share cannot be more than 100 per cent."),
    (
        {"unit": "percent", "bound": "range", "lower_value": "50", "upper_value": "100.5"},
        "A share cannot be more than 100 per cent.",
    ),
    ({"state": "superseded"}, "A superseded figure must name the newer one."),
    ({"state": "withdrawn"}, "Say why the figure was withdrawn"),
]


@pytest.mark.parametrize(
    ("typed", "sentence", "publish"),
    [*((*refusal, True) for refusal in REFUSALS), *((*refusal, False) for refusal in REFUSALS[:2])],
)
def test_an_impossible_figure_is_refused_and_what_was_typed_stays(
    editor_client, figure, typed, sentence, publish
):
    response = edit_page(
        editor_client, figure, publish=publish, summary="Words typed in the same sitting.", **typed
    )
    assert response.status_code == 200
    html = unescape(response.content.decode())
    assert sentence in html
    assert "Words typed in the same sitting." in html
    form = response.context["form"]
    assert {name: form[name].value() for name in typed} == typed
    figure.refresh_from_db()
    assert (figure.lower_value, figure.state) == (1200, "verified")
    assert figure.get_latest_revision_as_object().summary == "A short summary."


def test_a_figure_cannot_replace_itself(editor_client, figure):
    response = edit_page(editor_client, figure, state="superseded", superseded_by=str(figure.pk))
    assert "A figure cannot replace itself." in response.content.decode()


def test_a_half_filled_draft_is_kept_without_complaint(editor_client, figure):
    empty = {"lower_value": "", "counted": "", "period": "", "area": "", "source_name": ""}
    assert edit_page(editor_client, figure, publish=False, **empty).status_code == 302
    figure.refresh_from_db()
    assert figure.get_latest_revision_as_object().lower_value is None
    assert figure.lower_value == 1200


def test_a_half_filled_figure_is_not_published(editor_client, figure):
    response = edit_page(editor_client, figure, lower_value="", period="")
    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"lower_value", "period"}


@pytest.mark.parametrize(
    ("period", "year"),
    [("January 2015 to March 2019", 2019), ("year ending September 2019", 2019), ("not stated", None)],
)
def test_the_year_is_read_from_the_period_where_it_is_left_empty(editor_client, figure, period, year):
    edit_page(editor_client, figure, period=period, year="", correction="Another period.")
    figure.refresh_from_db()
    assert figure.year == year
