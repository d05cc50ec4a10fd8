"""A page that is not finished is not published, whichever way somebody tries."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from tests.factories import make_figure, make_publication

pytestmark = pytest.mark.django_db


def publish_in_bulk(client, page, **more) -> str:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"
    return client.post(url, more, follow=True).content.decode()


def draft(page, **fields):
    """Leave the page unpublished, with a newest draft that has these fields."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision(clean=False)
    Page.objects.filter(pk=page.pk).update(live=False)
    return page


def test_a_figure_without_its_source_stays_a_draft(editor_client, page):
    figure = draft(make_figure(page("/statistics/"), title="Half"), source_name="", period="")
    said = publish_in_bulk(editor_client, figure)
    assert "“Half” is not finished, so nothing was published." in said
    assert "source name: This field cannot be blank." in said
    assert not Page.objects.get(pk=figure.pk).live


def test_a_draft_below_the_chosen_page_counts_as_well(editor_client, page):
    figure = draft(make_figure(page("/statistics/"), title="Half"), source_name="")
    said = publish_in_bulk(editor_client, page("/statistics/"), include_descendants="on")
    assert "“Half” is not finished" in said
    assert not Page.objects.get(pk=figure.pk).live


def test_a_publication_without_a_contact_for_other_formats_stays_a_draft(editor_client, page):
    document = page("/publications/national-strategic-assessment-2020/").document
    made = draft(make_publication(page("/publications/")), document=document, accessible_format_contact="")
    assert "is not finished" in publish_in_bulk(editor_client, made)
    assert not Page.objects.get(pk=made.pk).live


def test_a_finished_page_is_published(editor_client, page):
    figure = draft(make_figure(page("/statistics/")))
    publish_in_bulk(editor_client, figure)
    assert Page.objects.get(pk=figure.pk).live
