"""The default content sends each reader to somebody who is there for them."""

import pytest

from guidance.models import GuidancePage
from tests.factories import words

pytestmark = pytest.mark.django_db

CHILDRENS_PAGE = "for-children-and-young-people"
# Pages that have a part of its own for who is under 18 or 19, or name each line with whom it is for.
FOR_ALL_AGES = ("if-you-cannot-speak", "someone-has-pictures-of-me")
LINES_FOR_ADULTS = ["NSPCC Helpline", "Stop It Now", "Crimestoppers", "Children's social care"]
LINES_FOR_THE_YOUNG = {"childline", "report-remove"}


def routes_named(page) -> set[str]:
    """Return the slugs of the help routes that the page names."""
    blocks = [block.value["routes"] for block in page.body if block.block_type == "help_routes"]
    return {route.slug for routes in blocks for route in routes}


@pytest.mark.parametrize(
    "path",
    [
        "illegal-firearms",
        "organised-immigration-crime",
        "money-laundering",
    ],
)
def test_a_category_without_a_checked_route_names_only_999_101_and_crimestoppers(page, path):
    assert [route.slug for route in page(f"/categories/{path}/").routes()] == [
        "emergency",
        "police-101",
        "crimestoppers",
    ]


def test_bribery_has_a_service_of_its_own_which_says_where_it_answers(client, page):
    bribery = page("/categories/bribery-corruption-and-sanctions-evasion/")
    assert [route.slug for route in bribery.routes()] == [
        "emergency",
        "police-101",
        "serious-fraud-office",
        "crimestoppers",
    ]
    assert "bribery or corruption in England, Wales or Northern Ireland." in words(client.get(bribery.url))


@pytest.mark.parametrize("path", ["fraud", "cyber-crime"])
def test_readers_in_scotland_are_told_to_call_101_where_report_fraud_is_named(client, path):
    text = words(client.get(f"/categories/{path}/"))
    assert "For fraud and cyber crime in England, Wales and Northern Ireland." in text
    assert "If you are in Scotland, call 101 instead." in text


def test_no_guidance_for_adults_gives_childline_as_their_contact(page):
    for guidance in GuidancePage.objects.exclude(slug__in=(CHILDRENS_PAGE, *FOR_ALL_AGES)):
        assert "childline" not in routes_named(guidance), guidance
        assert "0800 1111" not in str(guidance.body), guidance


def test_the_page_for_children_names_no_line_for_adults_and_no_parents(client, page):
    childrens = page(f"/what-you-can-do/{CHILDRENS_PAGE}/")
    assert routes_named(childrens) >= LINES_FOR_THE_YOUNG
    text = words(client.get(childrens.url))
    for line in LINES_FOR_ADULTS:
        assert line not in text
    assert "tell your parents" not in text.lower()
    assert "It is not your fault." in text


def test_wherever_childline_is_named_it_is_said_to_be_for_people_under_19(client):
    for url in ("/", "/what-you-can-do/", "/categories/child-sexual-abuse/"):
        text = words(client.get(url))
        assert "Childline For children and young people under 19." in text, url


def test_ceop_is_never_called_anonymous_and_iwf_never_asks_for_the_material(client):
    text = words(client.get("/what-you-can-do/"))
    assert "Anonymous or confidential? Not anonymous" in text
    assert "Never copy, forward or attach the material." in text


def test_every_route_is_shown_with_the_day_it_was_looked_up_and_waits_for_the_owner(client):
    from guidance.models import HelpRoute

    text = words(client.get("/what-you-can-do/"))
    assert text.count("Looked up 22 November 2026, not yet confirmed by the owner") >= 10
    assert "Checked 22 November 2026" not in text
    notes = HelpRoute.objects.values_list("check_note", flat=True)
    assert all(note.startswith("Needs checking by the owner") for note in notes)
