"""Help under the title of a page: who the page is for, from the routes that it names."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from guidance.models import HelpRoute
from guidance.models.first_help import first_of
from tests.factories import make_information_page

pytestmark = pytest.mark.django_db
GUIDANCE = "/what-you-can-do"


def first_help(client, path: str) -> list[tuple[str, str]]:
    """Return the address and the words of each button under the title."""
    html = client.get(path).content.decode()
    found = re.search(r'<ul class="first-help".*?</ul>', html, re.DOTALL)
    links = re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', found[0] if found else "", re.DOTALL)
    return [(url, " ".join(re.sub("<[^>]*>", "", words).split())) for url, words in links]


def routes(*slugs: str) -> list[HelpRoute]:
    return [HelpRoute.objects.get(slug=slug) for slug in slugs]


def slugs(found: list[HelpRoute]) -> list[str]:
    return [route.slug for route in found]


def test_the_page_for_children_begins_with_childlines_number(client):
    found = first_help(client, f"{GUIDANCE}/for-children-and-young-people/")
    assert found[0] == ("tel:+448001111", "Childline Call 0800 1111")
    assert found[-1] == ("/next/", "Who should I tell?")


@pytest.mark.parametrize("path", ["worried-about-a-child", "worried-about-thoughts-or-behaviour"])
def test_a_page_for_adults_never_begins_with_childline(client, path):
    found = first_help(client, f"{GUIDANCE}/{path}/")
    assert len(found) >= 2
    assert "childline" not in str(found).lower()


@pytest.mark.parametrize("path", ["/if-a-child-is-in-danger-now/", "/"])
def test_a_page_of_guidance_that_names_nobody_begins_with_999_and_the_finder(client, path):
    assert [url for url, _ in first_help(client, GUIDANCE + path)] == ["tel:999", "/next/"]


def test_a_category_begins_with_those_made_for_it_and_a_way_for_children_and_for_adults(client):
    assert "Report Fraud" in first_help(client, "/categories/fraud/")[0][1]
    abuse = [words for _, words in first_help(client, "/categories/child-sexual-abuse/")]
    assert abuse[0].startswith("Children&#x27;s social care")
    assert abuse[1] == "Childline Call 0800 1111"
    assert abuse[2] == "Who should I tell?"


def test_any_page_that_names_routes_begins_with_the_first_of_them(client, page, checked_route):
    make_information_page(page("/"), body=[("help_routes", {"routes": [checked_route]})], slug="named")
    assert first_help(client, "/named/")[0][1] == "Night Line Call 0800 123 456"
    assert first_help(client, "/privacy/") == []


def test_a_route_whose_check_lapsed_keeps_its_place_with_its_official_site(client):
    HelpRoute.objects.filter(slug="childline").update(checked_on=timezone.localdate() - timedelta(days=400))
    found = first_help(client, f"{GUIDANCE}/for-children-and-young-people/")
    assert found[0][0] == "https://www.childline.org.uk/"
    assert "0800" not in str(found)


def test_the_second_is_for_the_others_where_a_page_is_for_children_and_for_adults():
    both = routes("report-remove", "childline", "ceop-safety-centre", "stop-it-now", "nspcc-helpline")
    assert slugs(first_of(both)) == ["report-remove", "stop-it-now"]
    assert slugs(first_of(both[::-1])) == ["nspcc-helpline", "childline"]
    assert slugs(first_of(both[:3])) == ["report-remove", "childline"]
    assert slugs(first_of(both[:1] * 2)) == ["report-remove"]
    assert first_of([]) == []


def test_the_point_that_says_talk_to_childline_holds_its_number_while_the_number_is_known(client):
    path = f"{GUIDANCE}/for-children-and-young-people/"

    def point() -> str:
        html = client.get(path).content.decode()
        return html.partition("Talk to Childline</strong>")[2].partition("points-heading")[0]

    assert '<a class="phone" href="tel:+448001111">0800 1111</a>' in point()
    HelpRoute.objects.filter(slug="childline").update(checked_on=timezone.localdate() - timedelta(days=400))
    assert "0800" not in point()
    assert 'href="https://www.childline.org.uk/"' in point()


def test_a_card_links_the_form_and_the_chat_and_keeps_the_front_page_folded(client, naming):
    card = client.get(naming.url).content.decode().partition("<article")[2].partition("</article>")[0]
    ways, folded = card.split("<details>")
    assert 'href="https://example.org/form"' in ways
    assert 'href="https://example.org/chat"' in ways
    assert 'href="https://example.org/"' not in ways
    assert 'href="https://example.org/"' in folded


def test_once_the_check_lapses_the_front_page_is_all_that_is_left(client, naming, checked_route):
    HelpRoute.objects.filter(pk=checked_route.pk).update(
        checked_on=timezone.localdate() - timedelta(days=400)
    )
    html = client.get(naming.url).content.decode()
    assert html.count('href="https://example.org/"') == 2
    assert "https://example.org/form" not in html
    assert "https://example.org/chat" not in html
    assert "no longer show its number or email" in html


def test_a_route_that_has_only_its_front_page_keeps_it_on_the_card(checked_route):
    checked_route.form_url = checked_route.chat_url = ""
    assert [way["href"] for way in checked_route.ways()][-1] == "https://example.org/"
    assert checked_route.site_apart() is None
