"""What a process remembers of the database is forgotten with the first change."""

import pytest
from django.db import transaction

from portal.serving.generation import Generation
from portal.site import memory
from portal.site.memory import LONGEST_SECONDS, Memory, state_now


@pytest.fixture
def generation(tmp_path, monkeypatch):
    """The number of a site that no other test changes."""
    own = Generation(tmp_path / "generation")
    monkeypatch.setattr(memory, "own_generation", lambda: own)
    return own


@pytest.mark.parametrize("takedown", [False, True])
def test_what_is_remembered_is_forgotten_with_the_first_change(generation, takedown):
    kept = Memory(2)
    kept.keep("menu", state_now(), "old")
    assert kept.recall("menu", state_now()) == "old"
    generation.changed(takedown=takedown)
    assert kept.recall("menu", state_now()) is None


def test_what_was_read_before_a_change_and_kept_after_it_is_not_shown(generation):
    kept, before = Memory(2), state_now()
    generation.changed()
    kept.keep("menu", before, "old")
    assert kept.recall("menu", state_now()) is None


def test_only_so_much_is_remembered_as_there_is_room_for(generation):
    kept = Memory(2)
    for name in ("one", "two", "three"):
        kept.keep(name, state_now(), name)
    assert [kept.recall(name, state_now()) for name in ("one", "two", "three")] == [None, "two", "three"]


def test_a_change_by_hand_in_the_database_shows_after_two_minutes(generation, monkeypatch):
    kept = Memory(2)
    now = memory.time.monotonic()
    kept.keep("menu", state_now(), "old")
    monkeypatch.setattr(memory.time, "monotonic", lambda: now + LONGEST_SECONDS + 1)
    assert kept.recall("menu", state_now()) is None


@pytest.mark.django_db
def test_in_a_transaction_nothing_is_remembered_since_it_may_never_be_so(generation):
    kept = Memory(2)
    with transaction.atomic():
        kept.keep("menu", state_now(), "never written")
        assert kept.recall("menu", state_now()) is None
    assert len(kept._values) == 0
