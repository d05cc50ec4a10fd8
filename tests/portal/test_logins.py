"""Who may do what: the first logins, editors, and everybody else."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail import hooks

from guidance.models import HelpRoute
from portal.accounts import HOOK, make_first_logins
from portal.models import SiteSettings

pytestmark = pytest.mark.django_db


def test_the_first_logins_are_made_once_each_with_a_password_of_its_own(client, monkeypatch):
    monkeypatch.delenv("ADMIN_PASSWORD", raising=False)
    passwords = make_first_logins()
    assert set(passwords) == {"admin", "editor"}
    assert len(set(passwords.values())) == 2
    assert min(map(len, passwords.values())) >= 12
    for name, password in passwords.items():
        assert client.login(username=name, password=password)
    assert make_first_logins() == {}
    assert get_user_model().objects.count() == 2


def test_a_given_password_is_used(client, monkeypatch):
    monkeypatch.setenv("ADMIN_PASSWORD", "a-given-password")
    make_first_logins()
    assert client.login(username="editor", password="a-given-password")


def test_no_login_is_made_where_somebody_can_sign_in_already(administrator):
    assert make_first_logins() == {}


def test_the_first_editor_edits_and_publishes_but_manages_no_logins(client):
    password = make_first_logins()["editor"]
    client.login(username="editor", password=password)
    editor = get_user_model().objects.get(username="editor")
    assert {group.name for group in editor.groups.all()} == {"Editors", "Moderators"}
    assert not editor.is_superuser
    route = HelpRoute.objects.first()
    for name, arguments in (
        ("wagtailadmin_home", []),
        ("wagtailsnippets_guidance_helproute:edit", [route.pk]),
        ("wagtailsnippets_categories_categorygroup:list", []),
        ("wagtaildocs:index", []),
        ("wagtailimages:index", []),
        ("wagtailsettings:edit", ["portal", "sitesettings", SiteSettings.load().pk]),
    ):
        assert client.get(reverse(name, args=arguments)).status_code == 200, name
    assert editor.has_perm("guidance.publish_helproute")
    assert client.get(reverse("wagtailusers_users:index")).status_code == 302


def test_an_app_says_what_editors_may_do_with_its_records(db):
    with hooks.register_temporarily(HOOK, lambda: {"Editors": ["auth.view_group"]}):
        make_first_logins()
    assert get_user_model().objects.get(username="editor").has_perm("auth.view_group")


@pytest.mark.parametrize(
    "path",
    ["", "pages/", "snippets/guidance/helproute/", "documents/", "images/", "publication-files/1/", "guide/"],
)
def test_nobody_sees_the_admin_without_signing_in(client, path):
    response = client.get(f"/admin/{path}")
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_signing_in_needs_the_right_password(client):
    password = make_first_logins()["editor"]
    wrong = client.post("/admin/login/", {"username": "editor", "password": "wrong"})
    assert wrong.status_code == 200
    right = client.post("/admin/login/", {"username": "editor", "password": password})
    assert (right.status_code, right["Location"]) == (302, "/admin/")


def test_no_page_offers_a_shared_password(admin_client, page):
    url = reverse("wagtailadmin_pages:set_privacy", args=[page("/privacy/").pk])
    assert "shared password" not in admin_client.get(url).content.decode().lower()
