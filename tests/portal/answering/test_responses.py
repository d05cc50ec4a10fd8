"""What every answer tells a browser to do, and to keep."""

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail.signals import page_published

from tests.factories import edit_page, make_information_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("url", ["/", "/statistics/", "/search/?q=fraud", "/nothing-here/"])
def test_every_page_protects_who_reads_it(client, url):
    response = client.get(url)
    policy = dict(part.split(" ", 1) for part in response["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in response["Permissions-Policy"]
    assert "geolocation=()" in response["Permissions-Policy"]
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_a_shared_cache_may_keep_a_page_but_not_a_mistake_or_a_search(client):
    assert client.get("/")["CDN-Cache-Control"] == "public, max-age=5"
    for url in ("/nothing-here/", "/search/?q=fraud"):
        assert "CDN-Cache-Control" not in client.get(url), url


def test_what_staff_see_is_kept_by_nobody(editor_client):
    response = editor_client.get("/")
    assert response["Cache-Control"] == "private, no-store"
    assert "Cookie" in response["Vary"]
    assert "CDN-Cache-Control" not in response
    assert "wagtail-userbar" in response.content.decode()


def test_a_made_up_session_cookie_gets_no_page_for_everyone(client):
    client.cookies["sessionid"] = "made-up"
    response = client.get("/")
    assert "CDN-Cache-Control" not in response
    assert "wagtail-userbar" not in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_page_can_only_be_read(client, method):
    response = getattr(client, method)("/categories/fraud/")
    assert response.status_code == 405
    assert "GET" in response["Allow"]


@pytest.mark.parametrize(
    "address",
    [
        "/robots.txt",
        "/sitemap.xml",
        "/favicon.ico",
        "/.well-known/security.txt",
        "/changes.atom",
        "/statistics/corrections/",
        "/statistics/corrections.atom",
        "/search/",
        "/next/",
        "/leave/",
        "/_util/login/",
        "/media/images/none.png",
    ],
)
def test_what_is_no_form_tells_who_posts_to_it_that_it_can_only_be_read(address):
    """Not that a proof was missing (403): with one it would be as wrong."""
    response = Client(enforce_csrf_checks=True).post(address)
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")


def test_head_and_a_missing_slash_are_answered(client):
    assert client.head("/categories/fraud/").status_code == 200
    assert client.get("/categories/fraud")["Location"] == "/categories/fraud/"


def test_the_admin_has_a_policy_of_its_own_and_no_other_site_is_asked(editor_client):
    response = editor_client.get("/admin/")
    assert "'unsafe-inline'" in response["Content-Security-Policy"]
    assert "CDN-Cache-Control" not in response
    html = response.content.decode()
    assert "gravatar" not in html
    assert "releases.wagtail" not in html


def test_pages_are_compressed_for_browsers_that_can_read_that(client):
    assert client.get("/", headers={"accept-encoding": "gzip"})["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in client.get("/")


def test_publishing_that_fails_half_way_leaves_nothing_behind(editor, page):
    client = Client(raise_request_exception=False)
    client.force_login(editor)
    target = page("/about-this-site/")

    def fail(**kwargs):
        raise RuntimeError("The machine stopped here.")

    page_published.connect(fail)
    try:
        assert edit_page(client, target, title="Half done").status_code == 500
    finally:
        page_published.disconnect(fail)
    now = Page.objects.get(pk=target.pk)
    assert (now.title, now.latest_revision_id) == (target.title, target.latest_revision_id)


def test_a_preview_in_the_admin_may_stand_in_a_frame_of_this_site(page):
    made = make_information_page(page("/"))
    response = made.make_preview_request()
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
