"""A wrong address: its words are in the search form, and nobody else learns of them."""

import logging

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect

from portal.search.typed_addresses import words_of_path
from tests.factories import make_information_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/rapport-fraud/", "rapport fraud"),
        ("/what-you-can-do/sextortion/", "what you can do sextortion"),
        ("/Blackmail.html", "Blackmail"),
        ("/index.php", ""),
        ("/zebra/index.php", "zebra"),
        ("/caf%C3%A9_zebra/", "café zebra"),
        ("/%3Cscript%3Ealert(1)%3C/script%3E/", "script alert 1 script"),
        ("/%22%20onfocus=%22x/", "onfocus x"),
        ("/" + "zebra/" * 100, "zebra zebra zebra zebra zebra zebra zebra zebra"),
        ("/" + "z" * 300 + "/", ""),
        ("/%00/_/-/", ""),
    ],
)
def test_the_form_holds_the_words_of_the_address(client, path, words):
    response = client.get(path)
    assert response.status_code == 404
    html = response.content.decode()
    assert f'name="q" value="{words}"' in html
    assert "<script>alert" not in html


def test_no_word_of_a_query_or_of_where_a_visitor_comes_from_is_shown(client):
    headers = {"referer": "https://elsewhere.example/whathappened"}
    response = client.get("/nothing-here/?q=whathappened&next=whathappened", headers=headers)
    assert response.status_code == 404
    assert "whathappened" not in response.content.decode()


def test_title_is_neutral_and_nothing_may_keep_or_list_the_answer(client):
    response = client.get("/sextortion-zebra/")
    assert "<title>Page not found" in response.content.decode()
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert "CDN-Cache-Control" not in response
    assert "X-Accel-Expires" not in response
    assert not response.cookies


def test_nothing_is_written_down(client, caplog):
    caplog.set_level(logging.INFO, logger="portal")
    with CaptureQueriesContext(connection) as queries:
        client.get("/whathappenedtome/")
    assert "whathappenedtome" not in "".join(r.getMessage() for r in caplog.records if r.name[:7] == "portal")
    written = ("INSERT", "UPDATE", "DELETE")
    assert not [query["sql"] for query in queries if query["sql"].startswith(written)]


def test_the_words_lead_to_help(client):
    html = client.get("/i-was-blackmailed-with-my-nudes/").content.decode()
    assert "This may help you" in html
    assert "Report Remove" in html
    assert 'href="tel:999"' in html


def test_without_help_the_emergency_numbers_stand_there(client):
    html = client.get("/zebra-crossing/").content.decode()
    assert "This may help you" not in html
    assert 'href="tel:101"' in html


def test_an_address_of_the_admin_is_not_looked_for(admin_client):
    response = admin_client.get("/admin/nothing-here/")
    assert response.status_code == 404
    assert 'value="admin' not in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("/Categories/Fraud/", "/categories/fraud/"),
        ("/CATEGORIES/", "/categories/"),
        ("/Search/", "/search/"),
        ("/Next/", "/next/"),
        ("/What-You-Can-Do/Signs-To-Look-For/", "/what-you-can-do/signs-to-look-for/"),
        ("/Fraud/", "/fraud/"),
    ],
)
def test_capitals_lead_to_the_address_in_small_letters(client, typed, right):
    response = client.get(typed)
    assert (response.status_code, response["Location"]) == (302, right)
    assert client.get(typed, follow=True).status_code == 200


@pytest.mark.parametrize("path", ["/Nothing-Here/", "/Categories/Nothing/", "/É/", "/%00A/"])
def test_capitals_that_lead_nowhere_are_not_found(client, path):
    assert client.get(path).status_code == 404


def test_a_redirect_with_capitals_of_an_editor_wins(client, page):
    Redirect.objects.create(old_path="/Categories/Fraud", redirect_page=page("/privacy/"))
    response = client.get("/Categories/Fraud/")
    assert response["Location"].endswith("/privacy/")


def test_words_are_never_more_than_the_form_takes():
    assert len(words_of_path("/" + "zebra-crossing/" * 50)) <= 60


COMMON = [
    "/help/",
    "/help",
    "/report/",
    "/fraud/",
    "/childline/",
    "/contact/",
    "/who-to-tell/",
    "/HELP/",
    "/categories/fraud",
    "/Categories/Fraud/",
    "/nspcc/",
    "/999/",
    "/scam/",
]


@pytest.mark.parametrize("path", COMMON)
def test_common_addresses_lead_somewhere_and_nothing_remembers_the_way(client, path):
    response = client.get(path, follow=True)
    assert response.status_code == 200
    assert all(status == 302 or to.rstrip("/") == path for to, status in response.redirect_chain)


def test_every_address_of_the_default_redirects_leads_to_a_page(client):
    for old in Redirect.objects.filter(is_permanent=False):
        response = client.get(f"{old.old_path}/")
        assert response.status_code == 302, old
        assert client.get(response["Location"]).status_code == 200, old


def test_a_page_of_an_editor_at_a_common_address_wins(client, page):
    make_information_page(page("/"), title="Our own", slug="fraud")
    assert "Our own" in client.get("/fraud/").content.decode()


@pytest.mark.parametrize("address", ["//elsewhere.example/HELP/", "/%5Celsewhere.example/HELP/", "///HELP/"])
def test_capitals_lead_to_no_other_site(client, address):
    response = client.get("/", PATH_INFO=address.replace("%5C", "\\"))
    assert response.status_code == 404
    assert not response.has_header("Location")
