"""A text that is too long is refused with how much too long it is; no field of the admin cuts it."""

import pytest
from django.urls import reverse

from guidance.models import HelpRoute
from tests.factories import open_form, words

pytestmark = pytest.mark.django_db


def test_no_field_of_a_page_cuts_what_is_pasted(admin_client, page):
    html = admin_client.get(
        reverse("wagtailadmin_pages:edit", args=[page("/about-this-site/").pk])
    ).content.decode()
    assert "maxlength" not in html
    assert 'data-limit="255"' in html


def test_a_title_that_is_too_long_is_refused_with_the_number_of_characters(admin_client, page):
    address = reverse("wagtailadmin_pages:edit", args=[page("/about-this-site/").pk])
    form = open_form(admin_client, address, "page-edit-form")
    form["title"] = "x" * 267
    response = admin_client.post(address, form)
    assert "This is 12 characters too long: 267 of at most 255. Shorten it." in words(response)
    assert "x" * 267 in response.content.decode()


def test_so_is_the_name_of_a_help_route(admin_client):
    route = HelpRoute.objects.get(name="Childline")
    limit = HelpRoute._meta.get_field("name").max_length
    address = reverse("wagtailsnippets_guidance_helproute:edit", args=[route.pk])
    form = open_form(admin_client, address, "w-editor-form")
    form["name"] = "x" * (limit + 1)
    response = admin_client.post(address, form)
    assert f"This is 1 character too long: {limit + 1:,} of at most {limit:,}." in words(response)


def test_signing_out_clears_what_the_browser_keeps(admin_client):
    response = admin_client.post(reverse("wagtailadmin_logout"))
    assert response.headers["Clear-Site-Data"] == '"storage"'
