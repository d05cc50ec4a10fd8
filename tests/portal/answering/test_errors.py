"""When something is wrong, help is still there."""

import os
import subprocess
import sys

import pytest
from django.db import DatabaseError, OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client, RequestFactory

from portal.answering import views
from portal.search.not_found import page_not_found
from tests.factories import words


@pytest.mark.django_db
def test_a_wrong_address_still_leads_to_help_search_and_home(client):
    response = client.get("/nothing-here/")
    html = response.content.decode()
    assert response.status_code == 404
    assert "Page not found" in words(response)
    assert 'href="tel:999"' in html
    assert 'href="tel:101"' in html
    assert 'role="search"' in html
    assert '<a href="/what-you-can-do/">' in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    "url", ["/categories/nothing/", "/categories/fraud/nothing/here/", "/a/b/c/d/", "/%00/", "/é/", "/x.php"]
)
def test_no_wrong_address_breaks_the_site(client, url):
    assert client.get(url).status_code == 404


def test_the_page_for_a_fault_needs_no_database(rf):
    response = views.server_error(rf.get("/"))
    html = response.content.decode()
    assert response.status_code == 500
    for number in ("999", "101", "08001111", "08088005000", "0800555111"):
        assert f'href="tel:{number}"' in html
    assert "{%" not in html
    assert "{{" not in html


@pytest.mark.django_db
def test_a_fault_in_a_page_shows_it(monkeypatch):
    def broken(*args, **kwargs):
        raise DatabaseError("The disk is full.")

    monkeypatch.setattr("portal.answering.routing.find_route", broken)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert 'href="tel:999"' in response.content.decode()
    assert "The disk is full." not in response.content.decode()
    assert response["Cache-Control"] == "no-store"


def test_a_wrong_address_is_answered_even_when_the_database_is_gone(monkeypatch):
    def broken(*args, **kwargs):
        raise DatabaseError("gone")

    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", broken)
    response = page_not_found(RequestFactory().get("/nothing/"))
    assert 'href="tel:999"' in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/nothing-here/"])
def test_a_database_that_does_not_answer_is_a_reason_to_try_again(monkeypatch, path):
    def away(*args, **kwargs):
        raise OperationalError("The database did not answer in time.")

    monkeypatch.setattr("portal.answering.routing.find_route", away)
    response = Client(raise_request_exception=False).get(path)
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert 'href="tel:999"' in response.content.decode()
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_an_editor_is_told_what_became_of_the_work_when_the_database_does_not_answer(monkeypatch, admin_user):
    def away(*args, **kwargs):
        raise OperationalError("The database did not answer in time.")

    client = Client(raise_request_exception=False)
    client.force_login(admin_user)
    monkeypatch.setattr("wagtail.admin.views.home.HomeView.get", away)
    response = client.get("/admin/")
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    html = response.content.decode()
    assert "What you sent just now was not saved. What was saved before is safe." in html
    assert 'href="tel:999"' in html


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_refused_without_naming_it(client):
    response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "evil.example" not in response.content.decode()


def test_the_page_for_when_something_broke_can_be_read_where_the_locale_knows_no_such_letters():
    ask = "import portal, django; django.setup(); from portal.answering.views import server_error"
    plain = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    environment = {**os.environ, **plain, "DJANGO_SETTINGS_MODULE": "portal.settings.test"}
    done = subprocess.run(
        [sys.executable, "-c", f"{ask}; print(server_error(None).status_code)"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout.strip() == "500", done.stderr
