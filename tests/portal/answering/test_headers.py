"""What is kept of a visit by browsers, caches and linked sites, beyond what test_responses.py holds."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from portal.answering.middleware import VisitorPrivacyMiddleware


def answer_to(response: HttpResponse, **cookies) -> HttpResponse:
    request = RequestFactory().get("/")
    request.COOKIES.update(cookies)
    return VisitorPrivacyMiddleware(lambda _: response)(request)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/search/?q=fraud", 200),
        ("/no-such-page/", 404),
        ("/search", 301),
        ("/favicon.ico", 302),
        ("/admin/", 302),
    ],
)
def test_searches_errors_and_redirects_are_kept_by_no_cache(client, address, status):
    response = client.get(address)
    assert response.status_code == status
    assert "no-store" in response["Cache-Control"]
    assert "CDN-Cache-Control" not in response


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/changes.atom", "/statistics/data.json", "/sitemap.xml"])
def test_only_what_is_the_same_for_everybody_may_be_kept_by_nginx_and_for_seconds(admin_client, address):
    assert Client().get(address)["X-Accel-Expires"] == "5"
    assert "X-Accel-Expires" not in admin_client.get(address)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/search/", "/search/?q=fraud", "/no-such-page/", "/leave/", "/favicon.ico", "/admin/login/"]
)
def test_nginx_is_not_told_to_keep_errors_searches_or_redirects(client, address):
    assert "X-Accel-Expires" not in client.get(address)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/search", "/no-such-page/", "/favicon.ico", "/changes.atom"])
def test_no_answer_tells_another_site_anything(client, address):
    response = client.get(address)
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-DNS-Prefetch-Control"] == "off"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert not response.cookies


@pytest.mark.django_db
def test_a_page_that_broke_protects_its_reader_as_any_other(monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("broken")

    monkeypatch.setattr("portal.answering.routing.find_route", broken)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert "CDN-Cache-Control" not in response
    assert response["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors" in response["Content-Security-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/admin/", "/", "/search/?q=fraud"])
def test_what_staff_see_is_theirs_alone(admin_client, address):
    response = admin_client.get(address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "CDN-Cache-Control" not in response


def test_a_page_asked_for_with_a_session_is_private_even_if_nothing_read_the_session():
    response = answer_to(HttpResponse("page"), sessionid="a")
    assert response["Cache-Control"] == "private, no-store"
    assert "CDN-Cache-Control" not in response


def test_a_page_that_sets_a_cookie_is_private():
    page = HttpResponse("page")
    page.set_cookie("a", "b")
    response = answer_to(page)
    assert response["Cache-Control"] == "private, no-store"
    assert "CDN-Cache-Control" not in response


def test_no_view_can_let_a_browser_keep_a_page():
    response = answer_to(HttpResponse("page", headers={"Cache-Control": "public, max-age=600"}))
    assert response["Cache-Control"] == "no-store"
    assert "CDN-Cache-Control" not in response


def test_files_keep_what_their_view_said():
    file = HttpResponse("{}", content_type="application/json", headers={"Cache-Control": "public"})
    assert answer_to(file)["Cache-Control"] == "public"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "who"),
    [
        ("/", "same-origin"),
        ("/no-such-page/", "same-origin"),
        ("/changes.atom", "same-origin"),
        ("/admin/login/", "same-origin"),
        ("/statistics/data.json", "cross-origin"),
        ("/statistics/data.csv", "cross-origin"),
        ("/oembed/?url=nothing", "cross-origin"),
        ("/static/css/figure_card.css", "cross-origin"),
        ("/static/js/main.js", "same-origin"),
    ],
)
def test_other_sites_may_load_what_is_made_for_them_and_nothing_else(client, settings, address, who):
    settings.WHITENOISE_USE_FINDERS = True
    answer = client.get(address)
    assert answer["Cross-Origin-Resource-Policy"] == who
    assert answer.status_code == 200 or "/static/" not in address


@pytest.mark.django_db
def test_only_its_previews_may_be_framed_and_by_the_admin_alone(admin_client, page):
    form = f"/admin/pages/{page('/privacy/').pk}/edit/"
    for address in ("/", "/privacy/", "/admin/", form, "/admin/login/"):
        answer = admin_client.get(address)
        assert answer["X-Frame-Options"] == "DENY", address
        if answer.status_code == 200:
            assert "frame-ancestors 'none'" in answer["Content-Security-Policy"], address
    preview = admin_client.get(f"{form}preview/")
    assert preview["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in preview["Content-Security-Policy"]
