"""How complete the register is: the report, the form, and the command before going live."""

from io import StringIO

import pytest
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.urls import reverse

from guidance.models import HelpRoute
from guidance.models.route_evidence import Cell
from guidance.register.completeness import FIRST, by_gaps
from tests.factories import words

pytestmark = pytest.mark.django_db


def said_before_going_live() -> str:
    with pytest.raises(CommandError):
        call_command("check_routes", complete=True, stdout=(out := StringIO()))
    return out.getvalue()


def complete(slug: str) -> None:
    """Fill in all that a route lacks, with a source, and let a person confirm it."""
    route = HelpRoute.objects.get(slug=slug)
    for gap in route.gaps():
        known = gap.field in ("must_give_name", "shows_on_bill", "welsh", "bsl", "relay")
        setattr(route, gap.field, "yes" if known else "Known now")
        row = route.evidence.model(cell=gap.cell, found="Seen.", source_url="https://example.org/")
        row.confidence = "official"
        route.evidence.add(row)
    route.checked_by = "Sam Reader"
    route.save_revision().publish()


def test_the_owner_is_told_what_999_101_and_childline_still_lack():
    said = said_before_going_live()
    assert "Emergency services: 13 of 16 answers" in said
    assert "  Must I give my name: not known" in said
    assert "  Shows on a bill: not known" in said
    assert said.count("nobody of the owner's has confirmed it") == 3


def test_the_command_succeeds_once_they_lack_nothing():
    for slug in FIRST:
        complete(slug)
    call_command("check_routes", complete=True, stdout=(out := StringIO()))
    assert "999, 101 and Childline lack nothing." in out.getvalue()


def test_the_command_fails_if_one_of_them_is_not_on_the_site(childline):
    for slug in FIRST:
        complete(slug)
    HelpRoute.objects.get(pk=childline.pk).unpublish()
    assert "childline: not on the site" in said_before_going_live()


def test_the_worst_gaps_come_first_after_those_of_999_101_and_childline_and_drafts_last():
    found = by_gaps()
    assert tuple(one.route.slug for one in found[:3]) == FIRST
    others = found[3:]
    live = [one for one in others if one.route.live]
    assert others[: len(live)] == live
    assert [len(one.gaps) for one in live] == sorted((len(one.gaps) for one in live), reverse=True)


def test_the_report_shows_a_bar_with_words_and_leads_to_each_field(editor_client, childline):
    shown = editor_client.get(reverse("guidance_completeness"))
    html = shown.content.decode()
    edit = reverse("wagtailsnippets_guidance_helproute:edit", args=[childline.pk])
    assert '<meter min="0" max="16" value="15" aria-hidden="true"></meter>' in html
    assert "Childline 15 of 16 Not known" in words(shown)
    assert f'href="{edit}#:w:contentpath=relay">Relay or text for deaf people</a>' in html
    assert html.index("Emergency services") < html.index("Childline")
    export = editor_client.get(reverse("guidance_completeness"), {"export": "csv"}).getvalue().decode()
    assert "Childline,15,16,Not known: Relay or text for deaf people" in export


def test_a_route_says_in_its_form_what_it_lacks(editor_client, childline, prove):
    edit = reverse("wagtailsnippets_guidance_helproute:edit", args=[childline.pk])
    assert "Not known: Relay or text for deaf people" in words(editor_client.get(edit))
    prove(childline, Cell.COST)
    assert "No source: What it costs" in words(editor_client.get(edit))
    new = editor_client.get(reverse("wagtailsnippets_guidance_helproute:add"))
    assert "answers are filled in" not in words(new)


def test_staff_who_do_not_work_on_help_routes_do_not_see_the_report(client, django_user_model):
    user = django_user_model.objects.create_user("reader", password="pass-word-1234")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    answer = client.get(reverse("guidance_completeness"))
    assert answer.status_code == 302
