"""Expired routes, and previews of pages that are not saved yet."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from categories.models import CategoryGroup
from guidance.models import HelpRoute
from tests.factories import make_category, make_information_page, open_form, words


def test_an_expired_route_is_gone_at_once_like_an_expired_page(client, page):
    route = HelpRoute.objects.get(slug="crimestoppers")
    HelpRoute.objects.filter(pk=route.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    quoting = make_information_page(page("/"), body=[("help_routes", {"routes": [route]})])
    for url in (quoting.url, "/categories/fraud/"):
        assert "For people who know something about a crime" not in words(client.get(url)), url


def test_the_preview_of_a_new_category_shows_nothing_of_other_categories(editor_client, page):
    make_category(page("/categories/"), title="Quokka smuggling")
    parent = page("/categories/")
    add = reverse("wagtailadmin_pages:add", args=["categories", "categorypage", parent.pk])
    preview = reverse("wagtailadmin_pages:preview_on_add", args=["categories", "categorypage", parent.pk])
    form = open_form(editor_client, add, "page-edit-form")
    form.update(
        {"title": "New", "slug": "new", "summary": "New.", "group": str(CategoryGroup.objects.first().pk)}
    )
    assert editor_client.post(preview, form).json()["is_valid"]
    text = words(editor_client.get(preview))
    assert "Quokka smuggling" not in text
    assert "at least 350,000" not in text
