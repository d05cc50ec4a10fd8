"""No search tells of a page that its reader could not open."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from portal.search.engine import search_pages

NOW = timezone.now()


def test_a_draft_page_is_not_found(make_page, found):
    make_page("Secret", "bananas", live=False)
    assert found("bananas") == found("secret") == []


def test_a_word_that_is_only_in_the_draft_of_a_live_page_is_not_found(make_page, found):
    page = make_page("Open", "apples")
    page.title = "Renamed"
    page.body = [("text", "<p>bananas</p>")]
    page.save_revision()
    assert found("bananas") == found("renamed") == []
    assert found("apples") == ["Open"]


def test_an_unpublished_page_is_no_longer_found(make_page, found):
    make_page("Secret", "bananas").unpublish()
    assert found("bananas") == []


def test_a_deleted_page_is_no_longer_found(make_page, found):
    make_page("Secret", "bananas").delete()
    assert found("bananas") == []


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_a_private_page_and_all_below_it_are_not_found(make_page, found, kind):
    private = make_page("Secret", "bananas")
    make_page("Below", "bananas", parent=make_page("Middle", "bananas", parent=private))
    make_page("Beside", "bananas")
    PageViewRestriction.objects.create(page=private, restriction_type=kind, password="x")
    assert found("bananas") == ["Beside"]
    assert found("secret") == []


@pytest.mark.parametrize(
    "field", [{"expire_at": NOW - timedelta(hours=1)}, {"go_live_at": NOW + timedelta(hours=1)}]
)
def test_time_is_minded_without_waiting_for_the_scheduler(make_page, found, field):
    make_page("Secret", "bananas", **field)
    assert found("bananas") == []


def test_a_page_within_its_time_is_found(make_page, found):
    make_page("Open", "bananas", go_live_at=NOW - timedelta(hours=1), expire_at=NOW + timedelta(hours=1))
    assert found("bananas") == ["Open"]


def test_the_root_of_the_tree_is_not_found(home, found):
    assert Page.objects.get(depth=1).title == "Root"
    assert found("root") == []


def test_a_page_outside_the_site_is_not_found(home):
    Page.objects.get(depth=1).add_child(instance=Page(title="Elsewhere", slug="elsewhere"))
    assert search_pages("elsewhere").total == 0
