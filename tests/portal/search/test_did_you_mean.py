"""“Did you mean”: one typing error, on every database."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from portal.search.engine import search_pages
from portal.search.typing_errors import differ_by_one


def _meant(query: str) -> str:
    return search_pages(query).did_you_mean


@pytest.mark.parametrize("typed", ["laundring", "lauundering", "laundeting", "luandering"])
def test_one_typing_error_is_mended_by_a_word_of_title_or_text(make_page, typed):
    make_page("Money", "About laundering of cash.")
    assert _meant(typed) == "laundering"
    assert _meant(f"Money {typed}?") == "Money laundering?"


def test_the_word_that_more_pages_have_is_meant(make_page):
    make_page("One", "brides")
    make_page("Two", "bribes")
    make_page("Three", "bribes")
    assert _meant("brixes") == "bribes"


@pytest.mark.parametrize(
    "query", ["laundering", "launder", "LAUNDERING", "cash", "zzz", "xaundering", "7600"]
)
def test_what_is_no_single_error_is_left_alone(make_page, query):
    make_page("Money", "About laundering of cash.")
    assert _meant(query) == ""


def test_it_is_offered_as_a_link_to_the_search_for_it(client, make_page):
    make_page("Money", "About laundering & cash.")
    html = client.get("/search/", {"q": "laundring <b>"}).content.decode()
    assert '<a href="/search/?q=laundering+%3Cb%3E">laundering &lt;b&gt;</a>' in html


def test_no_word_of_a_page_that_is_not_public_is_offered(make_page):
    make_page("Draft", "laundering", live=False)
    make_page("Ended", "smuggling", expire_at=timezone.now() - timedelta(hours=1))
    private = make_page("Private", "trafficking")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert [_meant(word) for word in ("laundring", "smugling", "traficking")] == ["", "", ""]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("fraud", "fruad", True),
        ("fraud", "frauds", True),
        ("fraud", "faud", True),
        ("fraud", "freud", True),
        ("fraud", "fraud", False),
        ("fraud", "duarf", False),
        ("abcd", "badc", False),
        ("", "ab", False),
    ],
)
def test_what_one_typing_error_is(one, other, expected):
    assert differ_by_one(one, other) is differ_by_one(other, one) is expected
