"""What somebody has to look at, worst first; and a failure where an unsure claim has no label."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from guidance.models import HelpRoute
from statistics.models import StatisticPage
from statistics.numbers.scales import SCALES
from tests.factories import make_figure, make_information_page

pytestmark = pytest.mark.django_db


def listed() -> str:
    out = StringIO()
    call_command("check_claims", stdout=out)
    return out.getvalue()


def quotation(state: str) -> list:
    value = {"words": "A sentence.", "source": "A speech", "date": "2020", "state": state}
    return [("quotation", value)]


def test_the_default_content_has_claims_to_check_and_none_without_its_label():
    said = listed()
    assert "none of them without its label" in said
    assert "Unverified: “250,000 “offenders on the dark web””" in said
    assert "Superseded, but still featured on" in said
    assert (
        "Attributed: nobody has seen the words in the source: “Serious and organised crime continues" in said
    )
    assert "Needs checking by the owner: “Childline”" in said


def test_the_number_of_an_unsure_figure_typed_into_text_fails(page):
    text = [("text", "<p>There are 250,000 of them.</p>")]
    make_information_page(page("/"), title="Typed", body=text)
    with pytest.raises(CommandError, match="1 without a label"):
        call_command("check_claims", stdout=(out := StringIO()))
    first = out.getvalue().splitlines()[0]
    assert "Typed without its label" in first
    assert "“250,000” (Number in text, Typed" in first


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.word)
def test_the_number_of_an_unsure_figure_is_found_however_it_is_written(page, scale):
    value = 15 * scale.size
    make_figure(page("/statistics/"), title="Doubtful", state="unverified", lower_value=value)
    spellings = [f"{value:,f}", f"{value:f}", f"{value:,f}".replace(",", " "), f"15.0 {scale.word}"]
    spellings += [
        f"15{between}{typed}" for typed in (scale.word, *scale.short) for between in ("", "\xa0", "-")
    ]
    for number, typed in enumerate(spellings):
        text = [("text", f"<p>Some £{typed}, they say.</p>")]
        make_information_page(page("/"), title=f"Typed {number}", body=text)
    with pytest.raises(CommandError):
        call_command("check_claims", stdout=(out := StringIO()))
    found = [line for line in out.getvalue().splitlines() if "“Doubtful” is unverified" in line]
    assert len(found) == len(spellings)


@pytest.mark.parametrize(
    "text", ["There are 1,250,000 of them.", "There are 250,000.5.", "Room 2500.", "250,000 million", "250"]
)
def test_other_numbers_are_not_mistaken_for_it(page, text):
    make_information_page(page("/"), body=[("text", f"<p>{text}</p>")])
    assert "none of them without its label" in listed()


def test_a_year_is_not_mistaken_for_a_number_of_things(page):
    make_figure(page("/statistics/"), state="unverified", lower_value=2_019)
    make_information_page(page("/"), body=[("text", "<p>In 2019, and in May 2019.</p>")])
    assert "none of them without its label" in listed()


def test_a_figure_or_quotation_without_a_state_fails(page):
    StatisticPage.objects.filter(pk=make_figure(page("/statistics/")).pk).update(state="")
    make_information_page(page("/"), body=quotation(""))
    with pytest.raises(CommandError, match="2 without a label"):
        call_command("check_claims", stdout=StringIO())


def test_the_worst_comes_first_with_who_and_since_when(page, editor):
    figure = make_figure(page("/statistics/"), title="Doubtful", state="unverified")
    figure.save_revision(user=editor).publish()
    make_information_page(page("/"), body=quotation("attributed"))
    lines = listed().splitlines()
    (line,) = [line for line in lines if "Doubtful" in line and line.startswith("Unverified")]
    assert f"writer, since {date.today()}" in line
    assert lines.index(line) < min(
        number for number, text in enumerate(lines) if text.startswith("Attributed")
    )


def test_a_route_whose_contacts_are_withdrawn_is_among_the_worst():
    HelpRoute.objects.filter(slug="childline").update(checked_on=date.today() - timedelta(days=400))
    assert "Overdue: its contacts are withdrawn: “Childline”" in listed().splitlines()[0]


def test_a_withdrawn_figure_is_listed_only_while_it_is_featured(page):
    figure = make_figure(page("/statistics/"), title="Gone", state="withdrawn", state_note="Wrong.")
    assert "Gone" not in listed()
    make_information_page(page("/"), title="Still", body=[("figures", {"figures": [figure]})])
    assert "Withdrawn, but still featured on Still" in listed()


def test_editors_see_the_queue_in_the_admin_and_take_it_away(editor_client):
    report = editor_client.get(reverse("portal_claims"))
    assert "offenders on the dark web" in report.content.decode()
    assert reverse("portal_claims") in editor_client.get(reverse("wagtailadmin_home")).content.decode()
    exported = b"".join(editor_client.get(reverse("portal_claims") + "?export=csv")).decode()
    assert "Superseded, but still featured" in exported


def test_visitors_do_not_see_the_queue(client):
    assert client.get(reverse("portal_claims")).status_code == 302
