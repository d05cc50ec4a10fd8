"""Answers and drafts in the queue of claims, grouped by route so that figures are not drowned."""

from collections import Counter
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from guidance.models import HelpRoute
from guidance.models.route_evidence import Cell
from portal.claims import Urgency, claims
from tests.factories import edit_route, words

pytestmark = pytest.mark.django_db


def claims_of(name: str, urgency: Urgency) -> list[str]:
    return [claim.problem for claim in claims() if claim.what == name and claim.urgency is urgency]


def test_an_answer_without_a_source_is_a_claim_and_a_source_without_an_address_is_none(childline, prove):
    assert claims_of("Childline", Urgency.WITHOUT_EVIDENCE) == ["Note: Needs checking by the owner"]
    prove(childline, Cell.COST)
    prove(childline, Cell.RELAY)
    assert claims_of("Childline", Urgency.WITHOUT_EVIDENCE)[0] == "Shown without a source: What it costs"
    route = prove(childline, Cell.COST, "official")
    route.evidence.filter(cell=Cell.COST).update(source_url="")
    assert "Shown without a source: What it costs" in claims_of("Childline", Urgency.WITHOUT_EVIDENCE)


def test_an_answer_is_outdated_when_its_last_good_source_is(childline, prove):
    yesterday = timezone.localdate() - timedelta(days=1)
    prove(childline, Cell.COST, "official", use_by=timezone.localdate())
    assert not claims_of("Childline", Urgency.OUTDATED)
    prove(childline, Cell.COST, "official", "secondary", use_by=yesterday)
    assert claims_of("Childline", Urgency.OUTDATED) == [
        "Past the day on which its source was to be read again: What it costs"
    ]
    (claim,) = [one for one in claims() if one.what == "Childline" and one.urgency is Urgency.OUTDATED]
    assert claim.since == yesterday


def test_the_four_answers_in_doubt_and_the_cost_of_159_are_in_the_queue():
    doubtful = {claim.what for claim in claims() if claim.urgency is Urgency.UNVERIFIED and claim.fields}
    assert doubtful == {
        "159, for your bank",
        "Modern Slavery and Exploitation Helpline",
        "NSPCC Helpline",
        "Report Fraud",
        "Stop It Now",
    }


def test_drafts_wait_in_the_queue_with_what_is_to_be_found_out():
    waiting = [claim for claim in claims() if claim.problem.startswith("A draft that waits to be confirmed")]
    assert len(waiting) == HelpRoute.objects.filter(live=False).count() == 19
    assert waiting == claims()[-len(waiting) :], "what visitors see comes first"
    (of_shore,) = claims_of("Shore", Urgency.DRAFT)
    assert of_shore.endswith("Contact not found: its own page was not seen. Find its address first.")


def test_a_route_with_many_faults_takes_one_row_for_each_kind(childline):
    childline.evidence = []
    childline.save_revision().publish()
    (claim,) = [one for one in claims() if one.what == "Childline" and one.fields]
    assert len(claim.fields) > 10
    rows = Counter(one.what for one in claims() if one.kind == "Help route")
    assert max(rows.values()) <= 4


def test_the_admins_list_has_a_link_to_each_field(editor_client, childline, prove):
    prove(childline, Cell.COST)
    shown = editor_client.get(reverse("portal_claims"), {"p": 1})
    pages = [shown] + [editor_client.get(reverse("portal_claims"), {"p": page}) for page in (2, 3, 4)]
    edit = reverse("wagtailsnippets_guidance_helproute:edit", args=[childline.pk])
    assert any(
        f'href="{edit}#:w:contentpath=cost">What it costs</a>' in page.content.decode() for page in pages
    )


def test_history_shows_which_source_was_changed(editor_client, childline):
    first = childline.latest_revision
    rows = list(childline.evidence.all())
    rows[0].quoted_words = "What the page says today"
    childline.evidence = rows
    second = childline.save_revision()
    compare = reverse(
        "wagtailsnippets_guidance_helproute:revisions_compare", args=[childline.pk, first.pk, second.pk]
    )
    assert "What the page says today" in words(editor_client.get(compare))


def test_the_admin_lists_where_a_route_is_used(editor_client, childline):
    usage = reverse("wagtailsnippets_guidance_helproute:usage", args=[childline.pk])
    assert "For children and young people" in words(editor_client.get(usage))


def test_an_editor_who_changes_an_answer_and_no_source_is_told(editor_client, childline):
    warning = "You changed What it costs, but no source of it."
    answer = edit_route(editor_client, childline, cost="Free from any phone")
    assert warning in words(editor_client.get(answer.url))


def test_an_editor_who_changes_the_source_with_the_answer_is_not_told(editor_client, childline):
    place = [row.cell for row in childline.evidence.all()].index(Cell.COST)
    changes = {"cost": "Free from any phone", f"evidence-{place}-read_on": "2026-11-26"}
    answer = edit_route(editor_client, childline, **changes)
    assert "but no source of it" not in words(editor_client.get(answer.url))
    childline.refresh_from_db()
    assert childline.cost == "Free from any phone"


def test_saving_a_route_as_it_is_gives_no_warning(editor_client, childline):
    answer = edit_route(editor_client, childline)
    assert "but no source of it" not in words(editor_client.get(answer.url))
