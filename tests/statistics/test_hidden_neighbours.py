"""A figure names no page that is hidden from visitors."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from statistics.models import StatisticPage
from statistics.models.relations import FigureRelation
from tests.factories import make_category, make_figure, make_publication, words


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))


@pytest.mark.parametrize("hide", [Page.unpublish, restrict, expire])
@pytest.mark.parametrize("kind", ["superseded_by", "relation", "category", "publication"])
def test_a_figure_does_not_name_a_page_that_visitors_may_not_see(client, page, kind, hide):
    figure = make_figure(page("/statistics/"))
    if kind == "category":
        other = make_category(page("/categories/"), title="Quokka facts")
        StatisticPage.objects.filter(pk=figure.pk).update(category=other)
    elif kind == "publication":
        other = make_publication(page("/publications/"), title="Quokka facts")
        StatisticPage.objects.filter(pk=figure.pk).update(publication=other)
    else:
        other = make_figure(page("/statistics/"), title="Quokka facts")
        if kind == "relation":
            FigureRelation.objects.create(figure=figure, other=other, kind="overlaps")
        else:
            StatisticPage.objects.filter(pk=figure.pk).update(superseded_by=other, state="superseded")
    assert "Quokka facts" in words(client.get(figure.url))
    hide(other)
    for url in (figure.url, "/statistics/"):
        assert "Quokka facts" not in words(client.get(url)), url
    assert "uokka" not in client.get("/statistics/data.json").content.decode()
