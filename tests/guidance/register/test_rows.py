"""Every answer that was found stands in the register with its source, counted by route."""

from collections import Counter
from datetime import date

import pytest

from guidance.models import HelpRoute, RouteEvidence
from guidance.models.route_evidence import Cell
from guidance.models.sourced import Confidence

pytestmark = pytest.mark.django_db
# Sources that the research found, by route, with those that only add to an answer.
OF_THE_FIRST_ROUTES = {
    "emergency": 19,
    "police-101": 18,
    "crimestoppers": 14,
    "childline": 19,
    "nspcc-helpline": 16,
    "ceop-safety-centre": 13,
    "childrens-social-care": 13,
    "internet-watch-foundation": 14,
    "report-remove": 15,
    "stop-it-now": 15,
    "modern-slavery-helpline": 16,
    "ncsc": 13,
    "report-fraud": 13,
}
OF_PROPOSED_ROUTES = {
    "napac": 2,
    "survivors-trust": 2,
    "rape-crisis-scotland": 2,
    "domestic-and-sexual-abuse-helpline-ni": 2,
    "male-survivor-helpline": 1,
    "revenge-porn-helpline": 6,
    "stopncii": 6,
    "victim-support-england-wales": 5,
    "victim-support-scotland": 2,
    "fearless": 3,
    "shore": 1,
    "call-159": 6,
    "cyber-and-fraud-hub-scotland": 4,
    "advice-direct-scotland-scams": 1,
    "salvation-army-referral-helpline": 6,
    "trafficking-support-scotland": 3,
    "serious-fraud-office": 5,
    "rape-crisis-247-england-wales": 5,
    "nspcc-report-abuse-in-education": 2,
    "nspcc-whistleblowing": 2,
    "frank": 5,
    "samaritans": 2,
    "fair-work-agency": 3,
    "report-immigration-crime": 1,
}


def rows_of_the_first_routes():
    return RouteEvidence.objects.filter(route__slug__in=OF_THE_FIRST_ROUTES)


def test_every_source_that_was_found_is_in_the_register():
    found = Counter(RouteEvidence.objects.values_list("route__slug", flat=True))
    assert found == OF_THE_FIRST_ROUTES | OF_PROPOSED_ROUTES


def test_of_the_221_answers_of_the_first_routes_168_have_good_proof_and_4_are_in_doubt():
    good = {(row.route_id, row.cell) for row in rows_of_the_first_routes() if row.confidence != "conflicting"}
    doubtful = {
        (row.route_id, row.cell)
        for row in rows_of_the_first_routes().filter(confidence=Confidence.CONFLICTING)
    }
    assert len(good) == 168
    assert len(doubtful - good) == 4


def test_each_source_says_who_read_what_where_and_how_long_that_is_good():
    for row in RouteEvidence.objects.all():
        assert row.source_url.startswith("http"), row
        assert row.cell in Cell.values, row
        assert row.read_on == date(2026, 11, 25)
        assert row.read_by == "Content researcher"
        assert row.use_by > row.read_on
        row.full_clean(exclude=["route"])
    spread = set(RouteEvidence.objects.values_list("use_by", flat=True))
    assert len(spread) > 50


def test_every_answer_with_good_proof_is_filled_in_but_two():
    empty = {
        (route.slug, cell.value)
        for route in HelpRoute.objects.filter(slug__in=OF_THE_FIRST_ROUTES)
        for cell in Cell
        if cell is not Cell.FIND_AS
        and any(row.confidence != "conflicting" for row in route.proof()[cell])
        and not route.is_filled(cell)
    }
    # What was offered in 2014, and what the service before it offered: nobody has seen it confirmed.
    assert empty == {("nspcc-helpline", "bsl"), ("report-fraud", "relay")}
