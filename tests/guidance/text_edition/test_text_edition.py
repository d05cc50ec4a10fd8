"""Each page of help as words alone."""

import gzip
import re

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from guidance.models import GuidanceIndexPage, GuidancePage, HelpRoute
from guidance.text_edition.response import MOST_BYTES
from tests.factories import make_guidance

from ..answers import audited, body_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("looked_up_today")]


def text_addresses() -> list[str]:
    pages = [*GuidanceIndexPage.objects.all(), *GuidancePage.objects.all()]
    return [f"{page.url}text/" for page in pages]


def test_every_page_of_help_weighs_at_most_three_kilobytes_as_text(client):
    weights = {path: len(gzip.compress(body_of(client.get(path)), 6)) for path in text_addresses()}
    assert len(weights) >= 8
    assert {path: weight for path, weight in weights.items() if weight > MOST_BYTES} == {}


def test_the_safety_audit_finds_nothing_in_a_text(client):
    faults = {path: audited(client, path) for path in text_addresses()}
    assert {path: found for path, found in faults.items() if found} == {}


def test_a_text_has_no_picture_script_or_style_and_says_999_first_and_how_to_leave(client):
    for path in text_addresses():
        html = body_of(client.get(path)).decode()
        assert not re.search(r"<(?:img|svg|script|style|form|iframe|button)\b", html), path
        assert html.index('href="tel:999"') < html.index("<h1>"), path
        assert html.index('href="/leave/"') < html.index("<h1>"), path


def test_a_text_says_the_words_of_its_page_with_its_routes_and_when_they_were_looked_up(
    client, looked_up_today
):
    says = text_of(client.get("/what-you-can-do/worried-about-a-child/text/"))
    assert "You do not need to be sure, and you do not need proof." in says
    assert "Stay calm. Tell them that it is not their fault." in says
    for slug in ("childrens-social-care", "nspcc-helpline", "crimestoppers"):
        route = HelpRoute.objects.get(slug=slug)
        assert route.name in says
        assert all(way["words"] in says for way in route.ways())
    assert f"{looked_up_today}: " in says


def test_a_text_leads_to_its_page_and_to_other_texts(client):
    html = body_of(client.get("/what-you-can-do/signs-to-look-for/text/")).decode()
    assert 'href="/what-you-can-do/signs-to-look-for/#_main"' in html
    for slug in ("text", "worried-about-a-child/text", "for-children-and-young-people/text"):
        assert f'href="/what-you-can-do/{slug}/"' in html
    assert 'href="/what-you-can-do/worried-about-a-child/"' not in html


def test_each_page_of_help_leads_to_its_text(client):
    for path in text_addresses():
        assert f'href="{path}"' in body_of(client.get(path.removesuffix("text/"))).decode()


def test_search_engines_list_the_page_and_not_its_text(client, page):
    response = client.get("/what-you-can-do/worried-about-a-child/text/")
    assert "noindex" in response["X-Robots-Tag"]
    address = "http://testserver/what-you-can-do/worried-about-a-child/"
    assert f'<link rel="canonical" href="{address}">' in body_of(response).decode()
    assert "/text/" not in client.get("/sitemap.xml").content.decode()


def test_the_title_of_a_text_is_the_neutral_one_of_its_page(client):
    html = body_of(client.get("/what-you-can-do/worried-about-a-child/text/")).decode()
    assert "<title>For adults</title>" in html


def test_the_text_of_a_page_with_very_many_routes_still_weighs_little_and_names_them_all(client, page):
    routes = []
    for number in range(25):
        route = HelpRoute(
            name=f"Line {number}",
            slug=f"line-{number}",
            who_for=f"For those whom number {number * 7919} fits.",
            phone=f"0800 123 {456 + number}",
            say="<p>" + " ".join(f"word{number * 31 + word * 17}" for word in range(150)) + "</p>",
        )
        route.save()
        route.save_revision().publish()
        routes.append(route)
    made = make_guidance(page("/what-you-can-do/"), body=[("help_routes", {"routes": routes})])
    response = client.get(f"{made.url}text/")
    assert len(gzip.compress(body_of(response), 6)) <= MOST_BYTES
    says = text_of(response)
    assert all(route.phone_shown in says for route in routes)
    assert "There is more about each service on the full page." in says


def test_the_text_withdraws_the_contacts_of_an_overdue_route_as_its_page_does(client, page, checked_route):
    made = make_guidance(page("/what-you-can-do/"), body=[("help_routes", {"routes": [checked_route]})])
    assert "0800 123 456" in text_of(client.get(f"{made.url}text/"))
    HelpRoute.objects.filter(pk=checked_route.pk).update(checked_on="2020-01-01")
    says = text_of(client.get(f"{made.url}text/"))
    assert "0800 123 456" not in says
    assert "We have not re-checked this for a long time" in says


@pytest.mark.parametrize("slug", ["text", "take-along"])
def test_no_page_can_be_put_where_the_text_or_the_cards_of_its_list_stand(page, slug):
    made = make_guidance(page("/what-you-can-do/"))
    made.slug = slug
    with pytest.raises(ValidationError, match="answers at this address itself"):
        made.full_clean()


def test_the_text_of_a_page_that_is_private_or_gone_is_not_there(client, page):
    made = make_guidance(page("/what-you-can-do/"))
    assert client.get(f"{made.url}text/").status_code == 200
    PageViewRestriction.objects.create(page=made, restriction_type="login")
    assert client.get(f"{made.url}text/").status_code == 302
    PageViewRestriction.objects.all().delete()
    made.unpublish()
    assert client.get(f"{made.url}text/").status_code == 404
