"""When a phrase is in what somebody typed, and when it is not."""

import pytest

from portal.search.phrases import Asked, phrases_in


def is_in(line: str, query: str, *, alone: bool = False) -> bool:
    (phrase,) = phrases_in(line)
    asked = Asked(query, dict(phrase.stems))
    return phrase.is_all_of(asked) if alone else phrase.is_in(asked)


@pytest.mark.parametrize(
    "query",
    [
        "shared my pictures",
        "SHARED MY PICTURES!!!",
        "my ex has shared all of my pictures on the internet",
        "pictures of my face were shared",
        "he keeps sharing my picture",
        "he’s sharing my pictures",
    ],
)
def test_capitals_marks_order_endings_and_what_stands_around_make_no_difference(query):
    assert is_in("shared my pictures", query)


@pytest.mark.parametrize("query", ["shared pictures", "my pictures", "shared my bed", ""])
def test_a_phrase_with_a_word_missing_is_not_there(query):
    assert not is_in("shared my pictures", query)


@pytest.mark.parametrize("query", ["send pics", "posted those photos", "he shares a photo"])
def test_of_words_with_a_slash_between_them_one_will_do(query):
    assert is_in("share / send/post pics/photos", query)


@pytest.mark.parametrize("query", ["don't tell", "dont tell", "do not tell", "DON’T TELL"])
def test_short_forms_and_apostrophes_are_one_word(query):
    assert is_in("dont tell", query)


@pytest.mark.parametrize("query", ["I'm 13", "im 13", "i am 13", "I’m 13 years old"])
def test_an_age_is_found_as_people_say_it(query):
    assert is_in("im 13", query)


def test_an_age_is_not_any_number():
    assert not is_in("im 13", "13 figures")


@pytest.mark.parametrize("query", ["sextorton", "sextorttion", "sextortoin", "sextirtion"])
def test_one_typing_error_in_a_long_word_is_forgiven(query):
    assert is_in("sextortion", query)


@pytest.mark.parametrize(
    ("line", "query"),
    [("scam", "scan"), ("dealing", "healing"), ("sextortion", "sxtrtion"), ("groomer", "rumour")],
)
def test_another_word_is_no_typing_error(line, query):
    assert not is_in(line, query)


def test_a_word_of_another_phrase_is_not_mistyped():
    trace, track = phrases_in("tracer\ntraced")[0], "traced"
    assert not trace.is_in(Asked(track, {"tracer": "tracer", "traced": "trace"}))


@pytest.mark.parametrize(("line", "query"), [("childline", "child line"), ("self harm", "selfharm")])
def test_a_word_may_be_torn_apart_or_run_together(line, query):
    assert is_in(line, query)


def test_a_hyphen_makes_two_words_that_must_both_be_there():
    assert is_in("self-harm", "i self harm")
    assert not is_in("self-harm", "my self")


@pytest.mark.parametrize("query", ["help", "HELP!", "please help me", "i need some help now", "helpp"])
def test_a_word_that_counts_alone_may_have_manners_around_it(query):
    assert is_in("help" if query != "helpp" else "helpp", query, alone=True)


@pytest.mark.parametrize("query", ["annual report", "report of the committee 2020"])
def test_a_word_that_counts_alone_does_not_count_beside_another(query):
    assert not is_in("report", query, alone=True)


def test_empty_lines_are_no_phrases():
    assert phrases_in("\n  \n/\n…\n") == ()
