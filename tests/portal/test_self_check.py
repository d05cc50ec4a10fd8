"""The organisation's self-check: what visitors are told and are not, and what staff have to look at."""

import re
import tomllib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from wagtail.blocks import StructBlockValidationError

from portal.blocks import SelfCheckBlock
from portal.blocks.self_check import MOST_QUESTIONS
from portal.claims import Urgency
from portal.claims.self_checks import self_check_claims
from tests.factories import make_information_page, words

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
PATH = "/what-you-can-do/for-organisations/"
# Of the list of what is unproven, conflicting or harmful to say: what a self-check could come to say.
NEVER = [
    r"regardless of size|whatever (its|their) size",
    r"you may look",
    r"interim code",
    r"\bfree\b",
    r"Image Intercept",
    r"open day and night",
    r"search services.{0,80}Section 66",
    r"child porn|paedophile|historic abuse",
]


def question(**changed) -> dict:
    return {
        "question": "Is a person named?",
        "kind": "advice",
        "note": "",
        "nations": [],
        "why": "",
        "step": "Name one.",
        "source": "A source",
        "source_url": "https://example.org/a",
        "quoted_words": "",
        "read_on": "2026-11-25",
        "read_in": "",
        "read_by": "Sam Reader",
        "confidence": "official",
        "use_by": None,
        **changed,
    }


@pytest.fixture
def checked(client, page):
    """Return a function that publishes a page with groups of questions and returns its main part."""

    def publish(*groups):
        value = {"groups": [{"heading": f"Group {n}", "questions": each} for n, each in enumerate(groups)]}
        made = make_information_page(
            page("/"), title="Quokka check", body=[("self_check", SelfCheckBlock().to_python(value))]
        )
        return BeautifulSoup(client.get(made.url).content, "html.parser").main

    return publish


def test_a_question_whose_sources_disagree_is_kept_from_visitors_and_stands_in_the_queue(client, checked):
    main = checked([question(question="Zanzibar?", confidence="conflicting"), question(step="Name Wombat.")])
    assert "Zanzibar?" not in main.text
    assert "Quokka check" in words(client.get("/search/", {"q": "wombat"}))
    assert "Quokka check" not in words(client.get("/search/", {"q": "zanzibar"}))
    assert main.legend.text.split() == ["1", "Is", "a", "person", "named?"]
    mine = [claim for claim in self_check_claims() if claim.where == "Quokka check"]
    assert [(claim.what, claim.urgency) for claim in mine] == [("Zanzibar?", Urgency.UNVERIFIED)]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"read_by": ""}, "nobody of the owner's has confirmed it"),
        ({"confidence": "secondary"}, "second hand"),
        ({"use_by": "2026-11-01"}, "look at its source again"),
    ],
)
def test_what_somebody_has_to_look_at_is_a_claim(checked, changed, problem):
    checked([question(), question(question="Quokkas?", **changed)])
    mine = [claim for claim in self_check_claims() if claim.where == "Quokka check"]
    assert [claim.what for claim in mine] == ["Quokkas?"]
    assert problem in mine[0].problem


def test_law_is_told_apart_from_advice_with_its_nations_and_the_day_it_was_read(checked):
    law = question(kind="law", nations=["wales", "england"], read_by="", read_in="a copy of 2022")
    main = checked([law], [question()])
    kinds = [" ".join(kind.text.split()) for kind in main.select(".check-kind")]
    assert kinds == ["Law in England and Wales", "Advice"]
    sources = [" ".join(source.text.split()) for source in main.select(".check-source")]
    assert "(looked up 25 November 2026, in a copy of 2022)" in sources[0]
    assert "(checked 25 November 2026)" in sources[1]
    assert "not yet confirmed" in main.text
    assert [len(main.select(f".self-check-{kind} li")) for kind in ("law", "advice")] == [1, 1]


def test_numbers_run_on_through_the_groups_and_an_empty_group_is_left_out(checked):
    main = checked([question()], [question(confidence="conflicting")], [question(), question()])
    assert [number.text for number in main.select(".check-number")] == ["1", "2", "3"]
    assert [heading.text for heading in main.select(".self-check-group")] == ["Group 0", "Group 2"]


def test_there_is_nothing_to_send_and_nowhere_to_send_it(checked):
    form = checked([question()]).form
    assert set(form.attrs) == {"class", "method", "autocomplete"}
    assert form["method"] == "dialog"
    assert form["autocomplete"] == "off"
    assert [button["type"] for button in form.find_all("button")] == ["reset"]


def test_every_number_that_editors_may_reach_has_its_rule_and_one_more_question_is_refused():
    css = (ROOT / "portal/static/css/blocks/self_check_steps.css").read_text(encoding="utf-8")
    rules = re.findall(r'\[name="_(\d+)"\]\.check-open:checked\) \.check-sum-(\d+)', css)
    assert rules == [(str(number), str(number)) for number in range(1, MOST_QUESTIONS + 1)]
    block = SelfCheckBlock()
    asked = [question()] * (MOST_QUESTIONS + 1)
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python({"groups": [{"heading": "All", "questions": asked}]}))
    assert "Keep it to 40 questions" in str(refused.value.block_errors["groups"])


def test_the_default_questions_say_nothing_that_must_not_be_said(client):
    main = BeautifulSoup(client.get(PATH).content, "html.parser").main
    for quotation in main.find_all("q"):
        quotation.extract()
    own_words = re.sub(r"\s+", " ", main.form.text)
    assert [never for never in NEVER if re.search(never, own_words, re.IGNORECASE)] == []


def test_every_default_question_leads_to_a_step_with_its_source(client):
    main = BeautifulSoup(client.get(PATH).content, "html.parser").main
    content = tomllib.loads((ROOT / f"content/pages{PATH.rstrip('/')}.toml").read_text(encoding="utf-8"))
    check = next(block for block in content["body"] if block["type"] == "self_check")["value"]
    asked = [one for group in check["groups"] for one in group["questions"]]
    shown = [one for one in asked if one["confidence"] != "conflicting"]
    assert (len(asked), len(shown)) == (30, 29)
    for one, field in zip(shown, main.select("fieldset"), strict=True):
        assert one["question"] in field.legend.text
        assert one["step"] in field.select_one(".check-step").text
        assert field.select_one(".check-source a")["href"] == one["source_url"]
        assert one["quoted_words"] in field.q.text


def test_the_home_page_ends_with_one_honest_question_and_the_way_in(client):
    main = BeautifulSoup(client.get("/").content, "html.parser").main
    (last,) = main.select(".block-honest-question")
    assert last.text.count("?") == 1
    assert "Hand on heart" in last.select_one(".honest-question").text
    assert [link["href"] for link in last.select(".alone > a")] == [PATH]
    assert last.find_previous("h2").text == "One final thought"
