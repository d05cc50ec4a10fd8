"""The state of the site is one number for all processes of a machine."""

from portal.serving.generation import Generation


def test_a_generation_is_seen_by_all_who_have_the_file(tmp_path):
    one, other = Generation(tmp_path / "generation"), Generation(tmp_path / "generation")
    before = other.now()
    one.changed()
    assert other.now().generation == before.generation + 1
    one.changed(takedown=True)
    assert other.now().takedowns == before.takedowns + 1
