"""The answers that somebody looks for who is afraid: each leads to those who are there for just that."""

import pytest

from guidance.audiences import Audience
from guidance.finder.steps import MOST_CLICKS
from guidance.models import HelpRoute
from guidance.models.named_in_finder import ONLY_WHERE_NAMED

from .walking import START, Step, walk

pytestmark = pytest.mark.django_db
CHILD, WORRIED, ADULT = f"{START}c/", f"{START}d/", f"{START}f/"
POLICE = "police-101"
# Whom the end at an address names first: with every route, and while those for few answers are not public.
FIRST = {
    f"{CHILD}q/": ("childline", "childline"),
    f"{CHILD}n/k/": ("report-remove", "report-remove"),
    f"{CHILD}n/m/": ("childline", "childline"),
    f"{WORRIED}m/": ("ceop-safety-centre", "ceop-safety-centre"),
    f"{WORRIED}r/": ("ceop-safety-centre", "ceop-safety-centre"),
    f"{ADULT}k/k/": ("survivors-trust", POLICE),
    f"{ADULT}k/m/": ("survivors-trust", POLICE),
    f"{ADULT}k/n/": ("internet-watch-foundation", "internet-watch-foundation"),
    f"{ADULT}k/p/": ("revenge-porn-helpline", POLICE),
    f"{ADULT}k/q/": (POLICE, POLICE),
    f"{START}g/k/": ("stop-it-now", "stop-it-now"),
    f"{START}g/m/": ("stop-it-now", "stop-it-now"),
}


def end(client, address: str) -> Step:
    """Return the one end at the address."""
    (found,) = walk(client, address)
    return found


def slugs(step: Step) -> list[str]:
    """Return the slugs of the routes that a page names."""
    by_name = dict(HelpRoute.objects.values_list("name", "slug"))
    return [by_name[name] for name in step.routes]


@pytest.mark.parametrize("address", FIRST)
def test_the_first_who_is_named_was_made_for_it(client, checked_routes, address):
    assert slugs(end(client, address))[0] == FIRST[address][0]


@pytest.mark.parametrize("address", FIRST)
def test_while_a_new_route_is_not_public_the_next_who_fits_is_first(client, without_new_routes, address):
    named = slugs(end(client, address))
    assert named[0] == FIRST[address][1]
    assert not set(named) & set(ONLY_WHERE_NAMED)


def test_without_any_new_route_every_end_still_names_somebody_for_its_reader(client, without_new_routes):
    for step in walk(client):
        if step.is_leaf:
            first = HelpRoute.objects.get(name=step.routes[0])
            assert first.is_emergency or first.audiences, step.clicked
            assert Audience.CHILD in first.audiences or not step.came_by("under 19"), step.clicked


def test_each_step_and_end_keeps_999_and_its_reader_at_most_three_clicks_away(steps):
    assert max(len(step.clicked) for step in steps) == MOST_CLICKS == 3


def test_survivors_and_those_in_pictures_are_not_sent_to_services_for_children(client, checked_routes):
    for code in "kmpq":
        named = slugs(end(client, f"{ADULT}k/{code}/"))
        assert not {"ceop-safety-centre", "internet-watch-foundation", "childline"} & set(named), code


def test_services_of_one_nation_come_after_those_of_all_where_nobody_is_asked_where_they_are(
    client, checked_routes
):
    survivors = end(client, f"{ADULT}k/k/")
    named = slugs(survivors)
    assert named.index("survivors-trust") < named.index(POLICE) < named.index("rape-crisis-scotland")
    assert named[-1] == "samaritans"
    assert "Only in Scotland." in survivors.main
    assert "Only in Northern Ireland." in survivors.main
    assert client.get(f"{ADULT}k/k/w/").status_code == 404


def test_a_parent_hears_of_report_remove_as_something_for_their_child(client, checked_routes):
    for address in (f"{WORRIED}m/", f"{WORRIED}r/"):
        parent = end(client, address)
        assert slugs(parent)[-1] == "report-remove"
        assert "A child under 18 can use Report Remove, and you can help." in parent.main


def test_whoever_is_18_is_not_sent_to_what_ends_at_18(client, checked_routes):
    named = slugs(end(client, f"{CHILD}n/m/"))
    assert "report-remove" not in named
    assert {"childline", "revenge-porn-helpline", "stopncii"} <= set(named)


def test_a_child_has_a_door_for_gangs_drugs_and_money_with_an_anonymous_way(client, checked_routes):
    child = end(client, f"{CHILD}q/")
    assert slugs(child)[:2] == ["childline", "fearless"]
    assert "It is not your fault" in child.main


def test_worry_about_somebody_elses_behaviour_leads_to_social_care_and_the_nspcc_too(client, checked_routes):
    assert {"childrens-social-care", "nspcc-helpline"} <= set(slugs(end(client, f"{START}g/m/")))
    assert "nspcc-helpline" not in slugs(end(client, f"{START}g/k/"))


def test_a_service_for_few_answers_is_named_by_no_other(client, checked_routes):
    for step in walk(client):
        if step.is_leaf and (step.came_by("suspicious") or step.came_by("Abuse material")):
            assert not set(slugs(step)) & set(ONLY_WHERE_NAMED), step.clicked


def test_the_words_say_what_they_are_about(client, db):
    answers = walk(client)[0].answers.values()
    assert not any("happened" in words and "abuse" not in words for words in answers)


@pytest.mark.parametrize("live", [True, False])
def test_each_end_links_the_page_for_those_who_cannot_call_if_it_is_there(client, page, live):
    made = page("/what-you-can-do/if-you-cannot-speak/")
    made.live = live
    made.save()
    for address in (f"{START}b/", f"{CHILD}k/", "/what-you-can-do/"):
        main = client.get(address).content.decode()
        assert ('<a href="/what-you-can-do/if-you-cannot-speak/">If you cannot speak, or' in main) is live


@pytest.mark.parametrize(
    ("end", "slug"),
    [
        ("f/k/k/", "it-happened-to-me"),
        ("d/r/", "messages-on-a-childs-phone"),
        ("c/k/", "for-children-and-young-people"),
    ],
)
def test_an_end_links_the_page_that_says_more_while_it_is_public(client, page, end, slug):
    link = f'<a href="/what-you-can-do/{slug}/">'
    assert f"More about this: {link}" in client.get(START + end).content.decode()
    page(f"/what-you-can-do/{slug}/").unpublish()
    assert link not in client.get(START + end).content.decode()
