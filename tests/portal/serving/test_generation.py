"""The state of the site is one number for all processes of a machine."""

from portal.serving import generation
from portal.serving.generation import Generation


def test_a_generation_is_seen_by_all_who_have_the_file(tmp_path):
    one, other = Generation(tmp_path / "generation"), Generation(tmp_path / "generation")
    before = other.now()
    one.changed()
    assert other.now().generation == before.generation + 1
    one.changed(takedown=True)
    assert other.now().takedowns == before.takedowns + 1


def test_what_other_machines_did_ends_what_is_kept_here_once(tmp_path):
    one = Generation(tmp_path / "generation")
    one.heard(3, 1)
    before = one.now()
    one.heard(3, 1)
    assert one.now() == before
    one.heard(4, 1)
    assert one.now() == (before.generation + 1, before.takedowns)
    one.heard(5, 2)
    assert one.now() == (before.generation + 2, before.takedowns + 1)


def test_what_was_heard_is_known_after_a_restart(tmp_path):
    Generation(tmp_path / "generation").heard(3, 1)
    again = Generation(tmp_path / "generation")
    before = again.now()
    again.heard(3, 1)
    assert again.now() == before
    again.heard(4, 2)
    assert again.now().takedowns == before.takedowns + 1


def test_who_has_not_heard_of_the_others_for_long_does_not_begin_with_what_lies_there(tmp_path, monkeypatch):
    one = Generation(tmp_path / "generation")
    assert one.is_in_step()
    one.heard(0, 0)
    assert one.is_in_step()
    now = generation.time.time()
    monkeypatch.setattr(generation.time, "time", lambda: now + 10)
    assert not one.is_in_step()


def test_two_folders_are_two_machines(tmp_path):
    one, other = Generation(tmp_path / "one"), Generation(tmp_path / "other")
    assert one.machine != other.machine
    assert one.machine == Generation(tmp_path / "one").machine
