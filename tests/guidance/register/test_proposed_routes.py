"""Services that were looked up: those with good proof are shown, the others wait as drafts."""

import pytest
from django.urls import reverse

from guidance.models import HelpRoute
from tests.factories import edit_route, words

pytestmark = pytest.mark.django_db

LIVE = {
    "call-159",
    "cyber-and-fraud-hub-scotland",
    "salvation-army-referral-helpline",
    "serious-fraud-office",
    "stopncii",
}
WAITING = {
    "advice-direct-scotland-scams",
    "domestic-and-sexual-abuse-helpline-ni",
    "fair-work-agency",
    "fearless",
    "frank",
    "male-survivor-helpline",
    "napac",
    "nspcc-report-abuse-in-education",
    "nspcc-whistleblowing",
    "rape-crisis-247-england-wales",
    "rape-crisis-scotland",
    "report-immigration-crime",
    "revenge-porn-helpline",
    "samaritans",
    "shore",
    "survivors-trust",
    "trafficking-support-scotland",
    "victim-support-england-wales",
    "victim-support-scotland",
}


def test_what_stands_in_one_old_copy_waits_as_a_draft():
    assert set(HelpRoute.objects.filter(live=False).values_list("slug", flat=True)) == WAITING
    assert not HelpRoute.objects.shown().filter(slug__in=WAITING).exists()
    assert set(HelpRoute.objects.shown().values_list("slug", flat=True)) >= LIVE


def test_nobody_has_confirmed_any_of_them():
    for route in HelpRoute.objects.filter(slug__in=LIVE | WAITING):
        assert not route.is_confirmed
        assert route.check_note.startswith("Needs checking by the owner")


def test_a_draft_may_wait_for_its_contact_but_is_not_published_without(editor_client):
    shore = HelpRoute.objects.get(slug="shore")
    assert edit_route(editor_client, shore, publish=False, cost="Free").status_code == 302
    refused = edit_route(editor_client, shore, cost="Free")
    assert "Give at least one way to make contact" in words(refused)
    shore.refresh_from_db()
    assert not shore.live


def test_the_admin_opens_every_draft(editor_client):
    for route in HelpRoute.objects.filter(live=False):
        edit = reverse("wagtailsnippets_guidance_helproute:edit", args=[route.pk])
        assert editor_client.get(edit).status_code == 200
