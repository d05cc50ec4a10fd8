"""A page that is not for everyone, now, is nowhere: not in a list, a feed, a search or a menu."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from statistics.models import StatisticPage
from tests.factories import (
    make_category,
    make_figure,
    make_guidance,
    make_information_page,
    make_publication,
    words,
)

MAKERS = {
    "/categories/": make_category,
    "/statistics/": make_figure,
    "/what-you-can-do/": make_guidance,
    "/publications/": make_publication,
    "/": make_information_page,
}
LISTS = ("/sitemap.xml", "/changes.atom", "/search/?q=quokka")


def expire(page):
    """Let the page's time run out without the scheduler."""
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))


def restrict(page):
    """Keep the page to people who sign in."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def shown_in(client, urls) -> set[str]:
    """Return those of the addresses whose answer names the page about quokkas or its address."""
    answers = {url: client.get(url).content.decode() for url in urls}
    return {url for url, text in answers.items() if "Quokka facts" in text or "quokka-facts" in text}


@pytest.mark.parametrize("hide", [expire, restrict, Page.unpublish])
@pytest.mark.parametrize("parent", MAKERS)
def test_a_page_that_is_hidden_is_gone_from_every_list(client, page, parent, hide):
    made = MAKERS[parent](page(parent), title="Quokka facts", show_in_menus=True)
    lists = {*LISTS, parent, *(["/statistics/data.json"] if parent == "/statistics/" else [])}
    assert shown_in(client, lists) == lists
    hide(made)
    assert shown_in(client, lists | {"/", "/statistics/"}) == set()


def test_a_page_is_gone_the_moment_it_expires(client, page):
    made = make_information_page(page("/"), title="Quokka facts")
    assert client.get(made.url).status_code == 200
    expire(made)
    response = client.get(made.url)
    assert response.status_code == 404
    assert "Quokka facts" not in words(response)


def test_a_page_below_a_private_page_is_private_too(client, page):
    parent = make_information_page(page("/"), title="For members")
    make_information_page(parent, title="Quokka facts")
    assert shown_in(client, LISTS) == set(LISTS)
    restrict(parent)
    assert shown_in(client, LISTS) == set()


def test_a_page_that_is_not_yet_due_is_nowhere(client, page):
    made = make_information_page(page("/"), title="Quokka facts")
    made.unpublish()
    made.go_live_at = timezone.now() + timedelta(days=1)
    made.save_revision().publish()
    assert client.get(made.url).status_code == 404
    assert shown_in(client, LISTS) == set()


def test_an_expired_figure_is_gone_from_its_category_and_the_data(client, page):
    category = make_category(page("/categories/"))
    figure = make_figure(page("/statistics/"), category=category, counted="quokkas counted")
    assert "quokkas counted" in words(client.get(category.url))
    expire(figure)
    for url in (category.url, "/statistics/"):
        assert "quokkas counted" not in words(client.get(url))
    assert "quokkas counted" not in client.get("/statistics/data.csv").getvalue().decode()
    assert StatisticPage.objects.filter(pk=figure.pk).exists()


def test_a_footer_page_that_is_unpublished_leaves_the_footer(client, page):
    assert 'href="/privacy/"' in client.get("/statistics/").content.decode()
    page("/privacy/").unpublish()
    assert 'href="/privacy/"' not in client.get("/statistics/").content.decode()


def test_words_keep_their_place_where_a_link_leads_to_a_page_that_is_gone(client, page):
    target = make_information_page(page("/"), title="Gone soon")
    text = f'<p>Read <a linktype="page" id="{target.pk}">all about it</a>.</p>'
    made = make_information_page(page("/"), body=[("text", text)])
    assert f'<a href="{target.url}">all about it</a>' in client.get(made.url).content.decode()
    target.unpublish()
    response = client.get(made.url)
    assert "Read all about it." in words(response)
    assert target.url not in response.content.decode()
