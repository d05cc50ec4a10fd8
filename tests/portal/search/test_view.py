"""The search page as a visitor meets it."""

import logging

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

HOSTILE = [
    "\x00",
    "fraud\x00",
    "fraud " * 5_000,
    '"',
    "'",
    "' OR 1=1 --",
    "fraud AND",
    "OR",
    "NOT fraud",
    "NEAR(fraud crime, 2)",
    "title: fraud",
    "{title} : fraud",
    "((((",
    "fraud)",
    "*",
    "fra*",
    "^fraud",
    "-fraud",
    "fraud:*",
    "fraud & | ! <-> crime",
    "\\",
    "%s %d %%",
    "\ud800",
    "\ufffe\uffff",
    "🎈",
    "e\u0301" * 300,
    "ﷺ" * 200,
    "x" * 100_000,
    "a.b-c'd",
    "² ½ ٣",
    " \t\r\n ",
    "",
]


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: ascii(query[:20]))
def test_no_query_breaks_the_page(client, make_page, query):
    make_page("Fraud", "About fraud & <b>crime</b>.", show_in_menus=True)
    query = query.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    assert client.get("/search/", {"q": query}).status_code == 200


@pytest.mark.parametrize(
    "address", ["?q=%ED%A0%80", "?q=%00", "?q=%FF%FE", "?q[]=x", "?q=a&q=b", "?q=fraud;q=x"]
)
def test_no_address_breaks_the_page(client, make_page, address):
    assert client.get(f"/search/{address}").status_code == 200


@pytest.mark.parametrize("number", ["0", "-1", "x", "", "9" * 30, "9" * 5_000, "1.5", "\x00", "٣"])
def test_no_page_number_breaks_the_page(client, make_page, number):
    make_page("Fraud")
    response = client.get("/search/", {"q": "fraud", "page": number})
    assert (response.status_code, response.context["page_number"]) == (200, 1)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_other_methods_are_refused(home, method):
    response = getattr(Client(enforce_csrf_checks=True), method)("/search/")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


def test_a_head_request_is_answered(client, home):
    assert client.head("/search/?q=fraud").status_code == 200


def test_nothing_may_keep_the_answer(client, home):
    response = client.get("/search/?q=fraud")
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


def test_nothing_is_written_down(client, make_page, caplog):
    caplog.set_level(logging.INFO)
    make_page("Fraud")
    caplog.clear()
    with CaptureQueriesContext(connection) as queries:
        client.get("/search/?q=whathappenedtome")
        client.post("/search/?q=whathappenedtome")
    assert "whathappenedtome" not in caplog.text
    written = ("INSERT", "UPDATE", "DELETE")
    assert not [query["sql"] for query in queries if query["sql"].startswith(written)]


def test_results_are_shown_with_their_hits_marked(client, make_page):
    make_page("Fraud", "Tricking people & <b>others</b> out of money.")
    html = client.get("/search/?q=money").content.decode()
    assert '<a href="/fraud/">Fraud</a>' in html
    assert "people &amp; others out of <mark>money</mark>" in html


def test_the_query_is_escaped(client, home):
    html = client.get("/search/", {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in html


def test_the_context_is_what_the_template_needs(client, make_page):
    make_page("Fraud")
    context = client.get("/search/?q=fraud").context
    assert context["query"] == "fraud"
    assert [result.title for result in context["results"]] == ["Fraud"]
    assert (context["total"], context["page_number"], context["pages"]) == (1, 1, 1)
    assert list(context["page_range"]) == [1]
    assert context["suggestions"] == []
    assert context["title"] == "Search"


@pytest.mark.parametrize("query", ["fraud", "fraud 7", "nothingofthekind", "fraud nothingofthekind"])
def test_queries_do_not_grow_with_the_hits(client, make_page, query):
    def count() -> int:
        client.get("/search/", {"q": query})
        with CaptureQueriesContext(connection) as queries:
            client.get("/search/", {"q": query})
        assert len({captured["sql"] for captured in queries}) == len(queries), "a query is repeated"
        return len(queries)

    make_page("Fraud 7", show_in_menus=True)
    few = count()
    for number in range(30):
        make_page(f"Fraud {number}", "fraud", show_in_menus=True)
    assert count() == few
    # Five of the search, three of the help it leads to, four of the site's own menu and settings; a process
    # remembers four of them until something changes, but never within a test.
    assert few <= 12
