"""Nothing is called verified that nobody has seen, no count has a half, and no period is guessed."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from portal.pages.publishing import why_not_publish
from statistics.models import EvidenceCheck, StatisticPage
from statistics.numbers.periods import BackwardsPeriodError, UnclearPeriodError, iso_period, last_year
from statistics.validation import NOT_VERIFIED
from tests.factories import edit_page, make_figure

pytestmark = pytest.mark.django_db
NOBODY = {"seen_by": "", "seen_on": None}


@pytest.fixture
def figure(page):
    """A published figure that is attributed to a source that this site does not hold."""
    return make_figure(page("/statistics/"), state="attributed", **NOBODY)


def test_verified_without_page_words_or_file_is_refused_in_words_and_kept_as_a_draft(editor_client, figure):
    response = edit_page(editor_client, figure, state="verified")
    assert NOT_VERIFIED in response.content.decode()
    assert StatisticPage.objects.get(pk=figure.pk).state == "attributed"
    assert edit_page(editor_client, figure, publish=False, state="verified").status_code == 302
    assert NOT_VERIFIED in why_not_publish(StatisticPage.objects.get(pk=figure.pk))


def test_a_named_person_with_a_day_makes_it_verified(editor_client, figure):
    today = timezone.localdate()
    for who, day, refused in (
        ("A. Reader", "", "Enter the day on which the source was seen."),
        ("", str(today), "Enter the name of who saw the source"),
        ("A. Reader", str(today + timedelta(days=1)), "This day has not come yet."),
    ):
        response = edit_page(editor_client, figure, state="verified", seen_by=who, seen_on=day)
        assert refused in response.content.decode()
    assert (
        edit_page(
            editor_client, figure, state="verified", seen_by="A. Reader", seen_on=str(today)
        ).status_code
        == 302
    )
    assert StatisticPage.objects.get(pk=figure.pk).state == "verified"


def test_who_saw_another_value_did_not_see_this_one(editor_client, page):
    day = timezone.localdate() - timedelta(days=9)
    figure = make_figure(page("/statistics/"), seen_on=day)
    response = edit_page(editor_client, figure, lower_value="1300", correction="Mistyped.")
    assert "what was seen then is something else" in response.content.decode()
    now = str(timezone.localdate())
    changed = {"lower_value": "1300", "correction": "Mistyped.", "seen_on": now}
    assert edit_page(editor_client, figure, **changed).status_code == 302


def test_what_somebody_else_accepted_may_be_called_verified(editor_client, administrator, figure):
    check = EvidenceCheck.objects.get(figure=figure)
    EvidenceCheck.objects.filter(pk=check.pk).update(result="no_text")
    check.refresh_from_db()
    check.accept(administrator, "I read it on paper.")
    assert edit_page(editor_client, figure, state="verified").status_code == 302


def test_no_way_of_code_publishes_it_either(page, figure):
    figure.state = "verified"
    revision = figure.save_revision()
    for publish in (figure.save, revision.publish, lambda: make_figure(page("/statistics/"), **NOBODY)):
        with pytest.raises(ValidationError, match="Verified"):
            publish()


def test_no_default_figure_is_called_verified_without_somebody_who_saw_it(db):
    for figure in StatisticPage.objects.filter(live=True):
        figure.refuse_publishing()


@pytest.mark.parametrize(
    "typed",
    [
        {"thing": "reports", "lower_value": "0.1"},
        {"thing": "people", "lower_value": "2.5", "kind": "estimate"},
        {"thing": "unclear", "lower_value": "0.1", "kind": "count"},
        {"thing": "children", "bound": "range", "lower_value": "1", "upper_value": "2.5"},
        {"thing": "offences", "bound": "about", "lower_value": "0.0005 million"},
    ],
)
def test_a_count_has_no_fraction(editor_client, figure, typed):
    response = edit_page(editor_client, figure, publish=False, **typed)
    whole = typed["lower_value"] == "0.0005 million"
    assert ("A count has no fraction." in response.content.decode()) != whole


@pytest.mark.parametrize(
    "fields", [{"thing": "other"}, {"thing": "money"}, {"unit": "percent", "lower_value": "2.5"}]
)
def test_what_is_measured_may_have_one(editor_client, figure, fields):
    typed = {"lower_value": "20.5", "correction": "Measured.", **fields}
    assert edit_page(editor_client, figure, **typed).status_code == 302


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("2020", 2020),
        ("January 2015 to March 2019", 2019),
        ("year ending March 2020", 2020),
        ("2019-20", 2020),
        ("2019/20", 2020),
        ("2018–2020", 2020),
        ("year ending March 2019 to year ending March 2021", 2021),
        ("each year", None),
        ("not stated", None),
    ],
)
def test_a_period_that_is_clear_tells_its_last_year(words, year):
    assert last_year(words) == year


@pytest.mark.parametrize(
    "words", ["2011-12", "2011/12", "2003-04", "2019-18", "1999-00", "2019 (published 2021)", "2015, 2018"]
)
def test_a_period_that_could_be_another_is_asked_about(editor_client, figure, words):
    with pytest.raises(UnclearPeriodError):
        last_year(words)
    typed = {"period": words, "correction": "Another period."}
    response = edit_page(editor_client, figure, **typed, year="")
    assert set(response.context["form"].errors) == {"period"}
    assert edit_page(editor_client, figure, **typed, year="2019").status_code == 302


@pytest.mark.parametrize(
    "words", ["2021 to 2019", "March 2020 to January 2020", "2021-2019", "May 2021 to April 2020"]
)
def test_a_period_never_runs_backwards(editor_client, figure, words):
    with pytest.raises(BackwardsPeriodError):
        last_year(words)
    assert iso_period(words) is None
    response = edit_page(editor_client, figure, publish=False, period=words, year="2019")
    assert "The period ends before it begins." in response.content.decode()


def test_a_year_beside_the_period_is_refused(editor_client, figure):
    response = edit_page(editor_client, figure, period="2021", year="2020", correction="Another period.")
    assert "The period ends in 2021." in response.content.decode()
