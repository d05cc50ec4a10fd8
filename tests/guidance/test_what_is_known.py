"""Visitors are shown what is known; what is not is said quietly, and never of 999 and 101."""

import re

import pytest
from django.http import HttpResponse
from wagtail.models import Page

from guidance.finder.addresses import every_address
from guidance.models import HelpRoute
from tests.factories import edit_route, words

pytestmark = pytest.mark.django_db
NOT_KNOWN = ("We do not know", "Not yet checked")
CHILDRENS_PAGES = ("/what-you-can-do/for-children-and-young-people/", "/next/c/k/")


def cards(html: str, name: str) -> list[str]:
    """Return what a page's cards say of one route."""
    found = re.findall(r"<article class=\"help-route\">.*?</article>", html, re.DOTALL)
    return [words(HttpResponse(card)) for card in found if f"<h3>{name}</h3>" in card]


def test_no_page_says_we_do_not_know_more_than_a_few_times_and_none_does_of_999_101_or_childline(client):
    pages = [page.url for page in Page.objects.filter(depth__gte=2).live().specific()]
    seen = set()
    for address in (*pages, *every_address()):
        html = client.get(address).content.decode()
        assert html.count("We do not know") <= 2, address
        for name in ("Emergency services", "Police, when it is not an emergency"):
            for card in cards(html, name):
                assert not any(said in card for said in NOT_KNOWN), (address, name)
                seen.add(name)
        assert all("We do not know" not in card for card in cards(html, "Childline")), address
    assert len(seen) == 2


@pytest.mark.parametrize("address", CHILDRENS_PAGES)
def test_a_child_is_never_told_that_we_do_not_know(client, address):
    assert "We do not know" not in words(client.get(address))


def test_nothing_beside_the_number_999_says_that_it_may_be_wrong(client):
    html = client.get("/categories/fraud/").content.decode()
    (card,) = re.findall(
        r"<article class=\"help-route\">(?:(?!</article>).)*href=\"tel:999\".*?</article>", html, re.S
    )[:1]
    assert "Looked up" not in card.split("<details>")[0] + card.split("</details>")[1]


def test_a_route_says_that_it_was_looked_up_until_a_person_confirms_it(editor_client):
    url = "/what-you-can-do/for-children-and-young-people/"
    (card,) = cards(editor_client.get(url).content.decode(), "Childline")
    assert "Looked up 22 November 2026, not yet confirmed by the owner" in card
    route = HelpRoute.objects.get(slug="childline")
    assert edit_route(editor_client, route, checked_now="on").status_code == 302
    (card,) = cards(editor_client.get(url).content.decode(), "Childline")
    assert "Looked up" not in card
    assert "Checked" in card
    route.refresh_from_db()
    assert route.checked_by


def test_a_changed_contact_is_no_longer_confirmed_by_whoever_checked_the_old_one(checked_route):
    assert checked_route.is_confirmed
    checked_route.phone = "0808 800 5000"
    checked_route.save()
    assert not checked_route.is_confirmed
    assert checked_route.checked_by == ""


def test_other_words_changed_by_an_editor_do_not_confirm_a_route(editor_client):
    route = HelpRoute.objects.get(slug="ncsc")
    assert edit_route(editor_client, route, cost="Free of charge").status_code == 302
    route.refresh_from_db()
    assert not route.is_confirmed


def test_crimestoppers_says_that_victims_are_to_call_the_police(client):
    for card in cards(client.get("/what-you-can-do/").content.decode(), "Crimestoppers"):
        assert "It takes no information from victims about the crime that happened to them" in card
        assert "If it happened to you, call 101." in card


def test_suspicious_texts_are_said_to_go_to_the_mobile_provider_and_never_to_the_ncsc(client):
    for address in ("/what-you-can-do/", "/categories/fraud/", "/cyber-threat-to-uk-businesses/"):
        text = words(client.get(address))
        assert "mobile provider" in text, address
        assert "emails and texts to the N" not in text, address


def test_northern_ireland_is_sent_to_its_trusts_and_not_to_a_council(client):
    (card,) = cards(client.get("/what-you-can-do/").content.decode(), "Children&#x27;s social care")
    assert "In Northern Ireland councils do not do this." in card
    assert "Health and Social Care Trust" in card
