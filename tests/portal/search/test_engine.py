"""What is found, and in which order."""

import pytest
from django.core.management import call_command

from portal.search.engine import PAGE_SIZE, search_pages


def test_words_of_title_summary_and_text_are_found(make_page, found):
    make_page("Bribery", "About bananas.")
    assert found("bribery") == found("bananas") == found("summary") == ["Bribery"]


def test_a_result_says_what_it_is_and_where(make_page):
    make_page("Fraud", "Tricking people out of money.")
    result = search_pages("money").results[0]
    assert (result.title, result.url, result.kind) == ("Fraud", "/fraud/", "Page")
    assert "<mark>money</mark>" in result.excerpt


def test_a_hit_in_the_title_comes_first(make_page, found):
    make_page("Other", "drugs " * 5)
    make_page("Illegal drugs", "What the term covers.")
    make_page("Another", "drugs " * 5)
    assert found("drugs")[0] == "Illegal drugs"


def test_all_words_must_be_there(make_page, found):
    make_page("Apples", "red fruit")
    make_page("Pears", "green fruit")
    assert found("green fruit") == ["Pears"]


def test_words_may_be_spread_over_title_and_text(make_page, found):
    make_page("Pears", "green fruit")
    assert found("pears green") == ["Pears"]


def test_any_of_the_words_will_do_where_no_page_has_all(make_page, found):
    make_page("Apples", "red fruit")
    make_page("Pears", "green fruit")
    assert set(found("red green")) == {"Apples", "Pears"}


@pytest.mark.parametrize(
    "query", ["cybercrimes", "Cybercrime", "cyberc", "company", "companies", "groomed", "8.3"]
)
def test_other_forms_of_a_word_are_found(make_page, found, query):
    make_page("One", "Cybercrime by companies, grooming, 8.3 million images.")
    assert found(query) == ["One"]


def test_a_number_with_a_point_is_one_word(make_page, found):
    make_page("One", "8.3 million")
    make_page("Two", "8 of 3 million")
    assert found("8.3 million") == ["One"]


def test_a_changed_page_is_found_by_its_new_words_only(make_page, found):
    page = make_page("One", "old")
    page.body = [("text", "<p>new</p>")]
    page.save()
    assert (found("old"), found("new")) == ([], ["One"])


def test_ten_are_shown_at_a_time(make_page):
    titles = [make_page(f"Page {number}", "fraud").title for number in range(12)]
    first, second = search_pages("fraud", 1), search_pages("fraud", 2)
    assert (first.total, first.pages, len(first.results)) == (12, 2, PAGE_SIZE)
    assert {result.title for result in [*first.results, *second.results]} == set(titles)


@pytest.mark.parametrize(("asked", "given"), [(-5, 1), (0, 1), (2, 2), (3, 2), (10**30, 2)])
def test_a_page_that_is_not_there_gives_the_nearest(make_page, asked, given):
    for number in range(12):
        make_page(f"Page {number}", "fraud")
    assert search_pages("fraud", asked).page_number == given


def test_the_index_can_be_made_anew(make_page, found):
    make_page("One", "fraud")
    call_command("update_index", verbosity=0)
    assert found("fraud") == ["One"]
