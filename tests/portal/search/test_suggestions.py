"""What is offered where nothing is found."""

import pytest

from portal.models import SiteSettings
from portal.search.engine import search_pages


def _suggested(query: str) -> list[str]:
    return [suggestion.title for suggestion in search_pages(query).suggestions]


def test_a_title_spelled_nearly_so_is_suggested(make_page):
    make_page("Bribery")
    make_page("Money laundering")
    assert _suggested("laundring") == ["Money laundering"]
    assert _suggested("bribrey") == ["Bribery"]


def test_who_to_tell_and_the_main_pages_are_suggested(make_page):
    main = make_page("Categories", show_in_menus=True)
    make_page("Not in the menu")
    help_page = make_page("Who to tell", parent=make_page("Guidance", parent=main), show_in_menus=True)
    SiteSettings.objects.update(help_page=help_page)
    assert _suggested("zzz") == ["Who to tell", "Categories"]


def test_a_page_that_is_not_public_is_not_suggested(make_page):
    make_page("Laundering", live=False, show_in_menus=True)
    assert _suggested("laundring") == []


def test_a_page_is_suggested_once(make_page):
    make_page("Laundering", show_in_menus=True)
    assert _suggested("laundring") == ["Laundering"]


@pytest.mark.parametrize("query", ["🎈", '"*"'])
def test_a_query_without_words_gets_suggestions(make_page, query):
    make_page("Categories", show_in_menus=True)
    assert _suggested(query) == ["Categories"]


def test_no_query_gets_none(make_page):
    make_page("Categories", show_in_menus=True)
    assert _suggested("  ") == []


def test_suggestions_take_seven_queries_at_most(make_page, django_assert_max_num_queries):
    for number in range(30):
        make_page(f"Page {number}", show_in_menus=True)
    with django_assert_max_num_queries(7):
        assert len(_suggested("zzz")) == 30
