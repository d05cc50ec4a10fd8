"""Who is sent to which help route."""

from datetime import timedelta

import pytest
from django.utils import timezone

from guidance.audiences import Audience, Nation
from guidance.models import HelpRoute
from guidance.models.route_check import CheckState

pytestmark = pytest.mark.django_db


def slugs(*args, **kwargs):
    return [route.slug for route in HelpRoute.objects.fitting(*args, **kwargs)]


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("nation", [None, *Nation])
def test_everybody_everywhere_is_given_999_first_and_101(audience, nation):
    assert slugs(audience, nation=nation)[:2] == ["emergency", "police-101"]


@pytest.mark.parametrize("audience", [audience for audience in Audience if audience != Audience.CHILD])
def test_no_adult_is_sent_to_a_line_for_children(audience):
    assert not {"childline", "report-remove"} & set(slugs(audience))


def test_no_child_is_sent_to_a_line_for_adults():
    assert set(slugs("child")) == {
        "emergency",
        "police-101",
        "childline",
        "report-remove",
        "ceop-safety-centre",
    }


def test_fraud_in_scotland_is_told_to_101(page):
    fraud = page("/categories/fraud/")
    assert "report-fraud" not in slugs("victim_survivor", fraud, "scotland")
    assert "police-101" in slugs("victim_survivor", fraud, "scotland")
    assert "report-fraud" in slugs("victim_survivor", fraud, "wales")


def test_only_the_routes_of_the_category_are_named(page):
    named = slugs("victim_survivor", page("/categories/illegal-firearms/"))
    assert named == ["emergency", "police-101"]
    named = slugs("adult_worried", page("/categories/illegal-firearms/"))
    assert named == ["emergency", "police-101", "crimestoppers"]


def test_no_victim_is_sent_to_crimestoppers_which_takes_nothing_from_victims(page):
    assert "crimestoppers" not in slugs("victim_survivor")
    assert "crimestoppers" in slugs("adult_worried")


def test_a_route_whose_contacts_are_withdrawn_is_named_all_the_same_and_999_keeps_its_number():
    later = timezone.localdate() + timedelta(days=5000)
    routes = HelpRoute.objects.fitting("child")
    in_time = [route.slug for route in routes if route.check_state(later) is not CheckState.OVERDUE]
    assert in_time == ["emergency"]
    assert "childline" in slugs("child")


def test_999_is_named_even_if_somebody_took_it_off_the_site():
    HelpRoute.objects.filter(slug="emergency").update(live=False, expire_at=timezone.now())
    assert slugs("child")[0] == "emergency"


def test_a_route_that_was_taken_off_the_site_is_not_named():
    HelpRoute.objects.filter(slug="childline").update(live=False)
    assert "childline" not in slugs("child")
