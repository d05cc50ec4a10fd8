"""What is left of a query: plain words."""

import pytest

from portal.search.words import MAX_QUERY_LENGTH, MAX_WORDS, clean, forms, stem, words_of


def test_operators_quotes_and_stars_are_dropped():
    assert words_of('fraud* OR "cyber (crime") NEAR/2 ^title:x') == [
        "fraud",
        "cyber",
        "crime",
        "near",
        "2",
        "title",
        "x",
    ]


def test_words_keep_points_hyphens_and_apostrophes_inside_them():
    assert words_of("8.3 first-generation children’s.") == ["8.3", "first-generation", "children's"]


def test_too_common_words_go_unless_nothing_else_is_there():
    assert words_of("what is the fraud") == ["fraud"]
    assert words_of("what is the") == ["what", "is", "the"]


def test_each_word_is_looked_up_once():
    assert words_of("Fraud fraud FRAUD") == ["fraud"]


def test_no_more_than_twelve_words_and_two_hundred_characters_are_read():
    assert len(words_of(" ".join(f"w{number}" for number in range(5_000)))) == MAX_WORDS
    assert len(clean("x" * 1_000_000)) == MAX_QUERY_LENGTH
    assert sum(map(len, words_of("ﷺ" * 200))) <= MAX_QUERY_LENGTH


@pytest.mark.parametrize("query", ["", "   ", "\x00", "\ud800", "🎈👩‍👩‍👧", "\u202e", '"" () * - ^', "_"])
def test_what_holds_no_word_gives_no_word(query):
    assert words_of(query) == []


@pytest.mark.parametrize("query", ["a\x00b", "fraud\ud800", "\udfff\ud800 x", "tab\there\r\nline"])
def test_the_cleaned_query_can_be_sent_in_a_page(query):
    assert clean(query).encode("utf-8").decode().isprintable()


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("crime", "crimes"),
        ("company", "companies"),
        ("tax", "taxes"),
        ("launch", "launches"),
        ("key", "keys"),
    ],
)
def test_one_and_several_are_the_same_word(one, several):
    assert one in forms(several)
    assert several in forms(one)


@pytest.mark.parametrize("word", ["8.3", "it", "101", "first-generation"])
def test_what_has_no_plural_is_left_alone(word):
    assert forms(word) == [word]


@pytest.mark.parametrize("word", ["groom", "groomed", "grooming", "grooms"])
def test_related_words_share_a_stem(word):
    assert stem(word) == "groom"


@pytest.mark.parametrize("word", ["red", "sing", "gas"])
def test_a_short_word_is_not_cut_to_nothing(word):
    assert stem(word) == word
