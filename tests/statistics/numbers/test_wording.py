"""How a figure is written."""

from decimal import Decimal

import pytest

from statistics.numbers.wording import counted_text, value_text


def written(lower, upper=None, bound="exactly", unit="number"):
    """Return the value in words, from numbers as the database gives them."""
    places = Decimal("0.0001")
    upper = None if upper is None else Decimal(upper).quantize(places)
    return value_text(Decimal(lower).quantize(places), upper, bound, unit)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "0"),
        ("1", "1"),
        ("0.5", "0.5"),
        ("10", "10"),
        ("100", "100"),
        ("7600", "7,600"),
        ("7600.25", "7,600.25"),
        ("35000", "35,000"),
        ("999999", "999,999"),
        ("1000000", "1 million"),
        ("8300000", "8.3 million"),
        ("10000000", "10 million"),
        ("1234567", "1,234,567"),
        ("8300001", "8,300,001"),
        ("1500000000", "1.5 billion"),
        ("2000000000000", "2 trillion"),
        ("9999999999999999", "9,999,999,999,999,999"),
    ],
)
def test_a_number_is_written_as_it_is_said_and_never_rounded(value, words):
    assert written(value) == words


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("300000", None, "at_least"), "at least 300,000"),
        (("300000", None, "about"), "about 300,000"),
        (("2000000", None, "more_than"), "more than 2 million"),
        (("550000", "850000", "range"), "550,000 to 850,000"),
        (("1500000", "2000000", "range"), "1.5 million to 2 million"),
        (("100", None, "exactly", "percent"), "100%"),
        (("12.50", None, "about", "percent"), "about 12.5%"),
        (("10", "20", "range", "percent"), "10% to 20%"),
    ],
)
def test_bounds_ranges_and_shares_keep_their_words(arguments, words):
    assert written(*arguments) == words


def test_a_draft_without_a_value_is_written_as_nothing():
    assert value_text(None, None, "range", "percent") == ""


def test_a_share_is_said_to_be_of_something():
    assert counted_text("investigations", "percent") == "of investigations"
    assert counted_text("children safeguarded", "number") == "children safeguarded"


@pytest.mark.parametrize("junk", ["", "furlong", None])
def test_a_draft_with_a_bound_or_unit_that_is_none_is_still_written(junk):
    assert value_text(Decimal(7600), None, junk, junk) == "7,600"
    assert counted_text("children safeguarded", junk) == "children safeguarded"
