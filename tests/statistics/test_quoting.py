"""A figure quoted in running text changes everywhere at once, with its state and link."""

import pytest
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from statistics.models import StatisticPage
from tests.factories import make_figure, make_information_page, words

pytestmark = pytest.mark.django_db


def quote(figure) -> str:
    return f'<p>They counted <embed embedtype="figure" id="{figure.pk}"/> of them.</p>'


@pytest.fixture
def figure(page):
    """A figure to quote."""
    return make_figure(page("/statistics/"), title="Things")


@pytest.fixture
def quoting(page, figure):
    """A page that quotes it in a text block."""
    return make_information_page(page("/"), title="Quoting", body=[("text", quote(figure))])


def test_the_number_comes_with_its_link_and_its_state(client, figure, quoting):
    answer = client.get(quoting.url)
    assert "They counted 1,200 (verified) of them." in words(answer)
    assert f'<a href="{figure.url}">1,200</a>' in answer.content.decode()


def test_a_changed_figure_is_changed_in_the_text(client, figure, quoting):
    figure.lower_value, figure.state = 1300, "attributed"
    figure.save_revision().publish()
    assert "They counted 1,300 (attributed) of them." in words(client.get(quoting.url))


def test_a_hidden_figure_is_not_quoted(client, figure, quoting):
    StatisticPage.objects.filter(pk=figure.pk).update(live=False)
    assert "They counted (this figure is not published) of them." in words(client.get(quoting.url))


def test_a_page_read_without_its_figures_leaves_quoted_ones_out(client, page, figure):
    note = "This page is about crime."
    shown = make_information_page(page("/"), content_note=note, body=[("text", quote(figure))])
    text = words(client.get(f"{shown.url}without-figures/"))
    assert "They counted (a figure is left out here) of them." in text


def test_ten_quotations_cost_one_query(client, page, figure):
    from django.db import connection

    others = [make_figure(page("/statistics/")) for _ in range(9)]

    def queries(figures):
        shown = make_information_page(page("/"), body=[("text", quote(each)) for each in figures])
        client.get(shown.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(shown.url)
        return len(captured)

    assert queries([figure, *others]) == queries([figure])


def test_outside_of_a_page_a_quotation_is_written_at_once(figure):
    assert ">1,200</a> (verified)" in expand_db_html(quote(figure))


def test_used_on_lists_the_page_that_quotes_it(editor_client, figure, quoting):
    from django.urls import reverse

    usage = editor_client.get(reverse("wagtailadmin_pages:usage", args=[figure.pk]))
    assert "Quoting" in usage.content.decode()


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_a_figure_in_use_is_neither_deleted_nor_unpublished(editor_client, figure, quoting, action):
    from django.urls import reverse

    url = reverse(f"wagtailadmin_pages:{action}", args=[figure.pk])
    said = words(editor_client.post(url, follow=True))
    assert "“Things” is used on: Quoting Take it out there first." in said
    assert "set its state to “Withdrawn”" in said
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?id={figure.pk}"
    assert "is used on: Quoting" in words(editor_client.post(bulk, follow=True))
    assert Page.objects.get(pk=figure.pk).live


def test_the_list_of_figures_cannot_be_deleted_over_figures_in_use(admin_client, page, quoting):
    from django.urls import reverse

    url = reverse("wagtailadmin_pages:delete", args=[page("/statistics/").pk])
    assert "is used on:" in admin_client.post(url, follow=True).content.decode()
    assert page("/statistics/").live


def test_a_figure_that_nobody_uses_can_be_deleted(editor_client, page):
    from django.urls import reverse

    figure = make_figure(page("/statistics/"))
    editor_client.post(reverse("wagtailadmin_pages:delete", args=[figure.pk]))
    assert not Page.objects.filter(pk=figure.pk).exists()
