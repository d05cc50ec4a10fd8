"""Whom the finder names at each of its ends."""

import re

import pytest

from guidance.audiences import Audience, Nation
from guidance.finder.steps import Leaf, follow
from guidance.finder.tree import START as TREE
from guidance.models import HelpRoute

from .walking import START, walk

pytestmark = pytest.mark.django_db

FOR_CHILDREN = {"Childline", "Report Remove"}
# A parent hears of it, and so does who was under 18 in a picture.
TOLD_OF_REPORT_REMOVE = (
    "happens to a child online",
    "my child's phone",
    "Pictures or videos of me as an adult",
    "Someone threatens me with pictures",
)
FOR_ADULTS = {
    "NSPCC Helpline",
    "Children's social care",
    "Stop It Now",
    "Crimestoppers",
    "Internet Watch Foundation",
    "Modern Slavery and Exploitation Helpline",
    "Report Fraud",
}
DANGER = "in danger now"
UNDER_19 = "under 19"


def end_of(leaf) -> tuple[Leaf, Nation | None]:
    """Return what the tree says of a leaf's page."""
    return follow(TREE, leaf.address.removeprefix(START).split("/")[:-1])


def test_there_is_an_end_for_every_audience(leaves):
    assert {end_of(leaf)[0].audience for leaf in leaves} == {None, *Audience}
    assert len(leaves) > 30


def test_every_step_says_999_before_anything_else_but_its_heading(steps):
    for step in steps:
        after_heading = step.main.split("</h1>")[1]
        first_link = re.search(r'<a [^>]*href="([^"]*)"', after_heading)
        assert first_link[1] == "tel:999", step.address


def test_every_end_names_somebody_in_date_who_fits_audience_category_and_nation(leaves, checked_routes):
    routes = {route.name: route for route in HelpRoute.objects.all()}
    for leaf in leaves:
        wanted, nation = end_of(leaf)
        assert leaf.routes, leaf.clicked
        for name in leaf.routes:
            route = routes[name]
            assert route.check_state() == "in_date", leaf.clicked
            is_meant = wanted.audience in (None, *route.audiences) or route.slug in wanted.also
            assert is_meant, (leaf.clicked, name)
            assert nation is None or nation in route.nations, (leaf.clicked, name)
            about = {category.slug for category in route.categories.all()}
            is_about = route.for_every_category or route.is_emergency or about & set(wanted.categories)
            assert is_about or route.slug in wanted.also, (leaf.clicked, name)


def test_every_end_but_the_one_for_danger_names_somebody_besides_the_police(leaves):
    for leaf in leaves:
        if not leaf.came_by(DANGER):
            assert set(leaf.routes) - {"Police, when it is not an emergency"}, leaf.clicked
            assert 'href="tel:101"' in leaf.main, leaf.clicked


def test_danger_is_told_to_999_alone(leaves):
    (leaf,) = [leaf for leaf in leaves if leaf.came_by(DANGER)]
    assert leaf.heading == "Call 999 now"
    assert leaf.routes == ["Emergency services"]


def test_no_adult_is_sent_to_a_line_for_children(leaves):
    for leaf in leaves:
        if not leaf.came_by(UNDER_19):
            assert "Childline" not in leaf.routes, leaf.clicked
            if not any(map(leaf.came_by, TOLD_OF_REPORT_REMOVE)):
                assert not any(name in leaf.main for name in FOR_CHILDREN), leaf.clicked


def test_no_child_is_sent_to_a_line_for_adults_and_each_is_told_of_childline(leaves):
    for leaf in leaves:
        if leaf.came_by(UNDER_19):
            # Their picture may be from before they were 18, and then StopNCII does not take it.
            also = {"Internet Watch Foundation"} if leaf.came_by("I am 18") else set()
            assert not (FOR_ADULTS & set(leaf.routes)) - also, leaf.clicked
            assert "Childline" in leaf.routes, leaf.clicked


def test_fraud_in_scotland_is_told_to_101_and_elsewhere_to_report_fraud(leaves):
    fraud = [leaf for leaf in leaves if leaf.came_by("Fraud")]
    assert {leaf.clicked[-1] for leaf in fraud} == set(Nation.labels)
    for leaf in fraud:
        if leaf.came_by("Scotland"):
            assert leaf.routes[0] == "Police, when it is not an emergency", leaf.clicked
            assert "Report Fraud" not in leaf.routes, leaf.clicked
        else:
            assert leaf.routes[0] == "Report Fraud", leaf.clicked


def test_where_somebody_is_is_asked_only_where_it_changes_the_answer(steps):
    asked = [step for step in steps if step.heading == "Where are you?"]
    assert asked
    for step in asked:
        ends = [tuple(leaf.routes) for leaf in steps if leaf.clicked[:-1] == step.clicked]
        assert len(set(ends)) > 1, step.clicked


def test_a_route_for_one_nation_makes_the_finder_ask_where(client, checked_routes):
    HelpRoute.objects.filter(slug="childline").update(in_wales=False)
    in_wales = [step for step in walk(client, f"{START}c/") if step.came_by("Wales")]
    assert in_wales
    assert not any("Childline" in step.routes for step in in_wales)


def test_children_and_victims_read_that_it_is_not_their_fault_and_nobody_is_told_to_tell_parents(leaves):
    for leaf in leaves:
        assert "your parents" not in leaf.main, leaf.clicked
        if leaf.came_by(UNDER_19):
            assert "an adult you trust" in leaf.main, leaf.clicked
        if leaf.came_by(UNDER_19) and not leaf.came_by("My own thoughts"):
            assert "It is not your fault" in leaf.main, leaf.clicked
        if leaf.came_by("Sexual abuse"):
            assert "It is not your fault" in leaf.main, leaf.clicked


def test_who_came_across_material_is_told_not_to_pass_it_on(leaves):
    ends = [leaf for leaf in leaves if leaf.came_by("Abuse material")]
    assert len(ends) == 4
    for leaf in ends:
        assert leaf.routes[0] == "Internet Watch Foundation", leaf.clicked
        assert "Never copy, forward or attach the material." in leaf.main, leaf.clicked


@pytest.mark.parametrize("field", ["live", "for_child"])
def test_a_route_that_editors_take_away_is_not_named(client, checked_routes, field):
    HelpRoute.objects.filter(slug="childline").update(**{field: False})
    assert not any("Childline" in step.routes for step in walk(client, f"{START}c/"))


def test_a_category_with_a_new_address_leaves_no_child_without_childline(client, checked_routes, page):
    category = page("/categories/child-sexual-abuse/")
    category.slug = "another-address"
    category.save()
    leaves = [step for step in walk(client, f"{START}c/") if step.is_leaf]
    assert all("Childline" in leaf.routes for leaf in leaves)


def test_a_service_made_for_it_is_named_before_those_for_every_crime(leaves):
    for leaf in leaves:
        if leaf.came_by("made to work"):
            assert leaf.routes[0] == "Modern Slavery and Exploitation Helpline", leaf.clicked
        if leaf.came_by("suspicious"):
            assert leaf.routes[0] == "National Cyber Security Centre (NCSC)", leaf.clicked
        if leaf.came_by("Pictures or videos of me") and leaf.came_by(UNDER_19):
            assert leaf.routes[-1] == "Police, when it is not an emergency", leaf.clicked
