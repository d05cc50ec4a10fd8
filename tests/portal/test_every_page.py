"""Every page of the default content, as a visitor and as an editor sees it."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from portal.checks import own_page_models


def every_page():
    return Page.objects.filter(depth__gte=2).order_by("path").specific()


@pytest.mark.django_db
def test_a_visitor_can_read_every_page_of_the_default_content(client):
    seen = set()
    for page in every_page():
        response = client.get(page.url)
        assert response.status_code == 200, page.url
        html = response.content.decode()
        assert page.title.replace("'", "&#x27;") in html, page.url
        assert 'href="tel:999"' in html, page.url
        assert not response.cookies, page.url
        seen.add(type(page))
    assert seen == set(own_page_models())


@pytest.mark.django_db
def test_an_editor_can_open_preview_and_look_into_every_page(editor_client):
    for page in every_page():
        for name in ("wagtailadmin_pages:edit", "wagtailadmin_explore"):
            assert editor_client.get(reverse(name, args=[page.pk])).status_code == 200, (name, page.url)
        preview = page.make_preview_request(preview_mode=page.default_preview_mode)
        assert preview.status_code == 200, page.url
