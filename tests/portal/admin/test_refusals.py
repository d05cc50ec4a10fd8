"""What the admin cannot read it refuses in words for editors; nothing is saved, and the log has it all."""

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.test import Client, RequestFactory
from django.urls import resolve, reverse

from portal.admin.faults import Refused, refuse_what_cannot_be
from portal.models import InformationPage
from tests.factories import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict(administrator):
    """A client signed in as the administrator, of whom a proof is asked as of any browser."""
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(administrator)
    return client


def raising(error: Exception):
    """Return an admin view that fails so."""

    def view(request):
        raise error

    request = RequestFactory().post("/admin/account/")
    request.resolver_match = resolve("/admin/account/")
    return lambda: refuse_what_cannot_be(view)(request)


@pytest.mark.parametrize("method", ["get", "head", "options", "put"])
def test_nothing_but_its_button_signs_anyone_out(admin_client, method):
    answer = getattr(admin_client, method)(reverse("wagtailadmin_logout"))
    assert answer.status_code == 405
    assert not answer.cookies
    assert admin_client.get("/admin/account/").status_code == 200


def test_the_button_signs_out(admin_client):
    answer = admin_client.post(reverse("wagtailadmin_logout"))
    assert (answer.status_code, answer["Location"]) == (302, "/admin/login/")
    assert admin_client.get("/admin/account/").status_code == 302


def test_a_form_without_a_hidden_field_is_refused_and_nothing_is_saved(administrator, page, caplog):
    client = Client(raise_request_exception=False)
    client.force_login(administrator)
    url = reverse("wagtailadmin_pages:add", args=["portal", "informationpage", page("/").pk])
    answer = client.post(url, {"title": "Half a form", "slug": "half", "summary": "Half."})
    assert answer.status_code == 400
    assert "did not arrive whole" in words(answer)
    assert "Nothing was saved" in words(answer)
    assert not InformationPage.objects.filter(slug="half").exists()
    assert "MultiValueDictKeyError" in caplog.text


def test_the_admins_own_script_gets_the_sentence_in_its_own_form(administrator, page):
    client = Client(raise_request_exception=False)
    client.force_login(administrator)
    url = reverse("wagtailadmin_pages:edit", args=[page("/privacy/").pk])
    answer = client.post(url, {"title": "Half"}, headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["success"] is False
    assert "did not arrive whole" in answer.json()["error_message"]


def test_two_who_save_the_same_at_once_are_told_so():
    with pytest.raises(Refused, match="at the same moment") as refusal:
        raising(IntegrityError("duplicate key value violates unique constraint"))()
    assert refusal.value.status == 409


def test_a_refusal_that_no_form_waited_for_is_one():
    with pytest.raises(Refused, match="did not arrive whole"):
        raising(ValidationError("ManagementForm data is missing"))()


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), AttributeError("x"), RuntimeError("x")])
def test_a_fault_of_this_sites_own_code_stays_a_fault(error):
    with pytest.raises(type(error)):
        raising(error)()


def test_a_form_of_another_site_is_refused_in_the_editors_words(strict):
    answer = strict.post("/admin/account/", {"a": "b"})
    assert answer.status_code == 403
    assert "could not tell that this form came from you" in words(answer)
    assert "tel:999" not in answer.content.decode()


def test_outside_of_the_admin_the_same_refusal_keeps_help_in_view():
    answer = Client(enforce_csrf_checks=True).post("/search/", {"q": "fraud"})
    assert answer.status_code in (403, 405)
    if answer.status_code == 403:
        assert 'href="tel:999"' in answer.content.decode()


def test_more_text_than_the_site_takes_is_refused_with_the_size(admin_client):
    answer = admin_client.post("/admin/account/", {"a": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)})
    assert answer.status_code == 413
    assert "more text than the site takes at once (2.5 MB)" in words(answer)
    assert "tel:999" not in answer.content.decode()


def test_more_fields_than_the_site_takes_are_refused_with_their_number(admin_client):
    fields = {f"field{n}": "" for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    answer = admin_client.post("/admin/account/", fields)
    assert answer.status_code == 413
    assert "more fields than the site takes at once (10,000)" in words(answer)


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete"])
def test_many_pages_that_one_may_not_touch_are_not_touched(client, page, django_user_model, action):
    from django.contrib.auth.models import Group, Permission
    from wagtail.models import Page

    nobody = Group.objects.create(name="Nobody")
    nobody.permissions.add(Permission.objects.get(codename="access_admin"))
    guest = django_user_model.objects.create_user("guest", "", "pass-word-1234")
    guest.groups.add(nobody)
    client.force_login(guest)
    client.raise_request_exception = False
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    privacy = page("/privacy/")
    assert client.post(f"{url}?id={privacy.pk}").status_code < 500
    assert Page.objects.get(pk=privacy.pk).live
