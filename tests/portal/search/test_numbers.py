"""Numbers are found as people write them."""

import pytest

from portal.search.numbers import joined, spellings


@pytest.mark.parametrize("query", ["7600", "7,600", "7600 children"])
def test_thousands_are_found_with_and_without_a_comma(make_page, found, query):
    make_page("One", "7,600 children were protected.")
    make_page("Two", "600 children, 7 times.")
    assert found(query) == ["One"]


@pytest.mark.parametrize("query", ["8.3 million", "8.3m", "8.3 m", "8.3M", "8300000", "8,300,000"])
def test_millions_are_found_however_they_are_written(make_page, found, query):
    make_page("One", "There are 8.3 million of them.")
    make_page("Two", "There are 8.4 million of them.")
    assert found(query) == ["One"]


@pytest.mark.parametrize("query", ["350000", "350,000", "350k", "350 k", "350 thousand"])
def test_a_short_name_of_a_thousand_is_known(make_page, found, query):
    make_page("One", "At least 350,000 people.")
    assert found(query) == ["One"]


@pytest.mark.parametrize("query", ["seven", "7,600", "350k", "8.3m"])
def test_a_number_among_other_words_is_found_where_not_every_word_is(make_page, found, query):
    make_page("One", "Seven of 7,600, of 350,000 and of 8.3 million.")
    assert found(f"{query} nothingofthekind") == ["One"]


@pytest.mark.parametrize("word", ["2020", "101", "0800", "08001111", "3d", "8.3", "fraud", "9" * 40, "²"])
def test_years_numbers_to_call_and_words_stay_as_they_are(word):
    assert spellings(word) == [word]


def test_only_a_scale_joins_its_number():
    assert joined("350 k and 3 men, 8.3 million") == "350k and 3 men, 8.3 million"
