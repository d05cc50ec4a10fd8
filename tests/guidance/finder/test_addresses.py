"""The pages of the finder that are kept ready are all there are."""

import pytest

from guidance.finder.addresses import every_address


@pytest.mark.django_db
def test_every_step_of_the_finder_is_kept_ready(steps, checked_routes):
    assert set(every_address()) == {step.address for step in steps}
