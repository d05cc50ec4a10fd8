"""The facts of a page of help: who looked them up, who confirmed them, and what waits in the queue."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from guidance.facts.claims import page_claims
from guidance.models import GuidancePage
from portal.claims import claims
from tests.factories import edit_page, make_guidance, words

pytestmark = pytest.mark.django_db
LOOKED_UP = "Looked up 25 November 2026, not yet confirmed by the owner."
ADDRESS = "/what-you-can-do/when-a-child-tells-you/"


def fact(**other) -> dict:
    return {
        "found": "Calls are free.",
        "source_url": "https://example.org/calls",
        "quoted_words": "free to call",
        "read_on": date(2026, 11, 25),
        "confidence": "official",
        **other,
    }


@pytest.fixture
def told(page):
    """Return a function that makes a page with facts."""

    def make(*facts: dict, **fields) -> GuidancePage:
        guidance = make_guidance(page("/what-you-can-do/"), title="Told", **fields)
        guidance.facts = [GuidancePage.facts.rel.related_model(**one) for one in facts]
        guidance.save_revision().publish()
        return GuidancePage.objects.get(pk=guidance.pk)

    return make


def problems(guidance) -> list[str]:
    return [claim.problem for claim in page_claims() if claim.of.pk == guidance.pk]


def test_every_page_with_facts_says_that_nobody_has_confirmed_them(client):
    pages = [one for one in GuidancePage.objects.live() if one.facts.exists()]
    assert len(pages) == 7
    for one in pages:
        assert LOOKED_UP in words(client.get(one.url)), one.url
    assert LOOKED_UP in words(client.get("/glossary/"))
    assert "not yet confirmed" not in words(client.get("/what-you-can-do/keeping-a-child-safe-online/"))


@pytest.mark.parametrize("address", [ADDRESS, "/glossary/"])
def test_the_tick_puts_in_day_and_name_and_visitors_read_checked(editor_client, page, editor, address):
    assert edit_page(editor_client, page(address), checked_now="on").status_code == 302
    confirmed = page(address)
    assert (confirmed.confirmed_on, confirmed.confirmed_by) == (timezone.localdate(), "writer")
    said = words(editor_client.get(address))
    assert f"Checked {timezone.localdate().strftime('%-d %B %Y')}." in said
    assert LOOKED_UP not in said
    assert not [problem for problem in problems(confirmed) if "confirmed" in problem]


def test_without_the_tick_nothing_is_confirmed(editor_client, page):
    assert edit_page(editor_client, page(ADDRESS), summary="Other words.").status_code == 302
    assert LOOKED_UP in words(editor_client.get(ADDRESS))


def test_a_fact_that_changes_after_the_check_counts_as_not_confirmed_until_it_is_put_back(client, told):
    guidance = told(fact())
    guidance.confirm_facts("Sam Reader")
    guidance.save_revision().publish()
    assert "not yet confirmed" not in words(client.get(guidance.url))
    for words_of_source, unconfirmed in (("free at night", True), ("free to call", False)):
        row = guidance.facts.get()
        row.quoted_words = words_of_source
        row.save()
        assert ("not yet confirmed" in words(client.get(guidance.url))) is unconfirmed


def test_a_copy_of_a_page_is_confirmed_by_nobody(told):
    guidance = told(fact())
    guidance.confirm_facts("Sam Reader")
    guidance.save_revision().publish()
    copied = guidance.copy(update_attrs={"slug": "copied"}).specific
    assert (copied.facts.count(), copied.confirmed_on, copied.confirmed_by) == (1, None, "")


def test_a_fact_past_its_day_is_told_until_the_page_is_checked_again(client, told):
    guidance = told(fact(use_by=date(2026, 11, 25)))
    assert "We have not re-checked this lately." in words(client.get(guidance.url))
    assert any("1 fact is past its day of use" in problem for problem in problems(guidance))
    guidance.confirm_facts("Sam Reader")
    guidance.save_revision().publish()
    assert "We have not re-checked this lately." not in words(client.get(guidance.url))
    assert problems(guidance) == []


def test_a_check_is_good_for_half_a_year(told):
    guidance = told(fact(use_by=date(2026, 11, 25)))
    guidance.confirm_facts("Sam Reader")
    facts, checked = guidance.sourced(), guidance.confirmed_on
    assert guidance.past_use(facts, checked + timedelta(days=180)) == []
    assert guidance.past_use(facts, checked + timedelta(days=181)) == facts


def test_the_queue_has_one_row_for_each_problem_of_a_page_however_many_facts(told):
    doubted, bare = fact(confidence="conflicting"), fact(source_url="")
    guidance = told(*[doubted] * 3, *[bare] * 2, fact())
    found = problems(guidance)
    assert len(found) == 3
    assert any("Nobody has confirmed its 6 facts" in problem for problem in found)
    assert any("3 facts on which sources disagree: “Calls are free.”, …" in problem for problem in found)
    assert any("2 facts without a source" in problem for problem in found)


def test_the_queue_of_the_default_content_names_the_facts_that_are_withheld():
    found = [claim for claim in claims() if claim.kind == "Facts of a page"]
    assert {claim.where for claim in found} == {"Glossary", *titles_of_pages_with_facts()}
    assert any("Top amount: older pages say" in claim.problem for claim in found)
    assert any("1 fact without a source: “Misusing power" in claim.problem for claim in found)


def titles_of_pages_with_facts() -> set[str]:
    return {one.title for one in GuidancePage.objects.live() if one.facts.exists()}


def test_a_page_that_visitors_cannot_read_is_not_in_the_queue(told):
    guidance = told(fact())
    guidance.unpublish()
    assert problems(guidance) == []


def test_what_sources_dispute_is_nowhere_on_its_page(client):
    for one in GuidancePage.objects.live():
        said = words(client.get(one.url))
        for row in one.facts.filter(confidence="conflicting"):
            assert row.found not in said, (one.url, row.found)
