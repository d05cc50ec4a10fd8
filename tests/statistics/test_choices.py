"""What the lists that figures are described by mean for what may be done with a figure."""

import pytest

from statistics.choices import Bound, RelationKind, State, Thing, Unit

SAID = [
    pytest.param([state.explanation for state in State], id="states"),
    pytest.param([kind.warning for kind in RelationKind], id="relations"),
]


@pytest.mark.parametrize("sentences", SAID)
def test_each_is_told_to_readers_in_a_sentence_of_its_own(sentences):
    assert len(set(sentences)) == len(sentences)
    assert all(sentence.endswith(".") for sentence in sentences)


def test_what_is_past_is_doubtful_too_and_what_was_seen_is_neither():
    assert {state for state in State if state.is_past} == {State.SUPERSEDED, State.WITHDRAWN}
    assert {state for state in State if not state.is_doubtful} == {State.VERIFIED, State.ATTRIBUTED}


def test_only_a_least_value_is_open_and_only_what_is_no_exact_value_is_said_before_it():
    assert {bound for bound in Bound if bound.is_open} == {Bound.AT_LEAST, Bound.MORE_THAN}
    assert {bound.prefix for bound in Bound} == {"", "about ", "at least ", "more than "}
    assert Unit.PERCENT.sign == "%"


def test_there_is_half_a_sum_of_money_but_no_half_person():
    assert {thing for thing in Thing if not thing.is_whole} == {Thing.MONEY, Thing.OTHER, Thing.UNCLEAR}
