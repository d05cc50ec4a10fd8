"""An answer whose sources disagree is not told to visitors, and never takes the contact with it."""

import pytest
from django.http import HttpResponse
from django.urls import reverse

from guidance.models.route_evidence import Cell
from portal.claims import Urgency, claims
from tests.factories import open_form, words

pytestmark = pytest.mark.django_db
CHILDREN = "/what-you-can-do/for-children-and-young-people/"


def card(client, name: str = "Childline") -> str:
    html = client.get(CHILDREN).content.decode()
    (found,) = [part for part in html.split("<article")[1:] if f"<h3>{name}</h3>" in part]
    return words(HttpResponse(found.split("</article>")[0]))


def test_visitors_are_told_the_answers_of_good_sources(client, childline):
    told = card(client)
    assert "Day and night, every day" in told
    assert "What it costs Free" in told
    assert "How long it takes You may wait a few minutes" in told


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (Cell.COST, "Free"),
        (Cell.HOURS, "Day and night"),
        (Cell.WAITING, "a few minutes"),
        (Cell.WHAT_HAPPENS, "switchboard asks"),
        (Cell.ANONYMITY, "Confidential, unless"),
    ],
)
def test_an_answer_in_doubt_counts_as_not_known(client, childline, prove, cell, said):
    assert said in card(client)
    route = prove(childline, cell, "conflicting", "conflicting")
    assert said not in card(client)
    assert route.withheld_answers() == [cell.label]


def test_one_good_source_outweighs_those_that_disagree(client, childline, prove):
    prove(childline, Cell.COST, "conflicting", "secondary")
    assert "What it costs Free" in card(client)


def test_the_name_the_contact_and_who_it_is_for_never_vanish(client, childline, prove):
    for cell in (Cell.CONTACT, Cell.WHO_FOR, Cell.NATIONS):
        childline = prove(childline, cell, "conflicting")
    told = card(client)
    assert "0800 1111" in told
    assert "For children and young people under 19." in told


def test_hours_in_doubt_never_read_as_open_now(client, childline, prove):
    assert childline.is_open() is True
    route = prove(childline, Cell.HOURS, "conflicting")
    assert route.is_open() is None
    assert route.hours_ahead() == ""


def test_editors_see_what_visitors_are_not_told_and_the_queue_leads_to_the_field(
    editor_client, childline, prove
):
    route = prove(childline, Cell.COST, "conflicting")
    edit = reverse("wagtailsnippets_guidance_helproute:edit", args=[route.pk])
    form = editor_client.get(edit)
    assert "Sources disagree (visitors are not told): What it costs" in words(form)
    assert f'href="{edit}#:w:contentpath=cost"' in form.content.decode()
    (claim,) = [one for one in claims() if one.what == "Childline" and one.urgency is Urgency.UNVERIFIED]
    assert claim.problem == "Sources disagree, so visitors are not told: What it costs"
    assert claim.edit_url == f"{edit}#:w:contentpath=cost"
    preview = reverse("wagtailsnippets_guidance_helproute:preview_on_edit", args=[route.pk])
    assert editor_client.post(preview, open_form(editor_client, edit, "w-editor-form")).json()["is_valid"]
    assert "Not shown, because sources disagree: What it costs." in words(editor_client.get(preview))
