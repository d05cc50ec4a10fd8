"""Leaving: the address that leads away, the links to it, and the only places it may lead to."""

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from portal.settings.leaving import LEAVE_SITES, allowed_leave_site


def test_leaving_leads_to_a_neutral_site_and_clears_what_the_browser_kept(client):
    response = client.get("/leave/")
    assert response.status_code == 303
    assert response["Location"] == settings.LEAVE_URL
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Cache-Control"] == "no-store"
    assert "CDN-Cache-Control" not in response
    assert not response.cookies


def test_leaving_asks_the_database_nothing_so_that_it_works_when_the_site_does_not(client):
    assert client.get("/leave/").status_code == 303  # no database is allowed in this test


@pytest.mark.django_db
def test_a_picture_of_the_leave_address_elsewhere_does_not_sign_staff_out(editor_client):
    editor_client.get("/leave/")
    assert editor_client.get("/admin/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_leaving_takes_nothing_from_the_visitor(client, method):
    assert getattr(client, method)("/leave/").status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/", "/categories/child-sexual-abuse/", "/search/?q=fraud", "/no-such-page/", "/search/"]
)
def test_every_page_has_the_way_out_twice_and_what_it_does_beside_it(client, path):
    html = client.get(path).content.decode()
    bar = html[html.index('<aside class="help-bar') : html.index("</aside>")]
    assert bar.count('href="/leave/"') == 2
    assert bar.count('rel="noreferrer nofollow"') == 2
    assert bar.index("Call 999") < bar.index('<p class="leave">')
    assert 'href="/leaving-this-site/"' in bar
    # The quick way out comes right after the skip link.
    start = html[html.index("<body>") : html.index("Call 999")]
    assert start.count("<a ") == 3
    assert start.index("Skip to the main content") < start.index("Leave this page")


def test_the_page_for_a_broken_site_has_the_way_out_too():
    html = (settings.BASE_DIR / "templates" / "500.html").read_text()
    assert '<a href="/leave/" rel="noreferrer nofollow">Leave this page</a>' in html


@pytest.mark.parametrize("address", LEAVE_SITES)
def test_every_site_on_the_list_may_be_chosen_and_is_reached_safely(address):
    assert allowed_leave_site(address) == address
    assert address.startswith("https://")


@pytest.mark.parametrize("address", ["https://example.org/", "", "http://www.bbc.co.uk/weather", "//x"])
def test_the_site_does_not_start_with_an_address_that_is_not_on_the_list(address):
    with pytest.raises(ImproperlyConfigured, match=r"LEAVE_URL is .* Choose one of https://"):
        allowed_leave_site(address)


@pytest.mark.django_db
@override_settings(LEAVE_URL=LEAVE_SITES[1])
def test_the_chosen_site_is_where_link_and_script_lead(client):
    assert client.get("/leave/")["Location"] == LEAVE_SITES[1]
    assert client.get("/").content.decode().count(f'data-to="{LEAVE_SITES[1]}"') == 2


@pytest.mark.django_db
def test_search_engines_do_not_follow_the_way_out(client):
    assert "Disallow: /leave/" in client.get("/robots.txt").content.decode()


@pytest.mark.django_db
def test_one_honest_page_says_what_leaving_does_not_do(client):
    html = client.get("/leaving-this-site/").content.decode()
    for words in ("press the Shift key 3 times", "does not remove this site from your browser", "999"):
        assert words in html
