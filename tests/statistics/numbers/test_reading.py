"""Editors type or paste a value as their source prints it."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from statistics.numbers.fields import NumberInputField
from statistics.numbers.reading import numbers_in, parse_number, typed_numbers
from statistics.numbers.scales import SCALES, SIZES
from statistics.numbers.wording import in_words
from tests.factories import edit_page, make_figure


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("8300000", 8_300_000),
        ("8,300,000", 8_300_000),
        ("8.3 million", 8_300_000),
        ("8.3m", 8_300_000),
        ("8 300 000", 8_300_000),
        ("8\u2009300\u2009000", 8_300_000),
        ("8\u202f300\u202f000", 8_300_000),
        ("550k", 550_000),
        ("0", 0),
        ("1 trillion", 10**12),
        ("1tn", 10**12),
        ("1.23456 billion", 1_234_560_000),
        ("1,234.5 million", 1_234_500_000),
        ("12%", 12),
        ("0.123", Decimal("0.123")),
    ],
)
def test_a_value_is_read_as_it_is_written(typed, value):
    assert NumberInputField().clean(typed) == value


@pytest.mark.parametrize(
    "typed",
    ["1 trillion", "1.23456 billion", "8.3 million", "1.5 trillion", "35,000", "0.5", "2.125 million"],
)
def test_a_value_is_written_as_it_was_typed_and_read_the_same_again(typed):
    value = NumberInputField(max_digits=20, decimal_places=4).clean(typed)
    assert in_words(value) == typed
    assert numbers_in(typed) == {value}


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.word)
@pytest.mark.parametrize("digits", ["1", "1.5", "2.125", "350"])
def test_every_scale_means_the_same_to_all_that_read_or_write_it(scale, digits):
    """The form, the page, the search in the source and the search in running text read one table."""
    value = Decimal(digits) * scale.size
    written = in_words(value)
    typed = [f"{digits}{space}{word}" for word in (scale.word, *scale.short) for space in ("", " ", "\u202f")]
    for words in (written, *typed, f"{digits} {scale.word.upper()}"):
        assert parse_number(words) == value
        assert numbers_in(f"worth £{words}, they say") == {value}
        assert list(typed_numbers(f"worth £{words}, they say")) == [(words, value)]
    for words in (f"{digits}-{scale.word}", f"{digits}-{scale.short[0]}"):
        assert numbers_in(f"a £{words} fraud") == {value}
        assert list(typed_numbers(f"a £{words} fraud")) == [(words, value)]


def test_what_no_scale_is_called_is_refused_or_left_alone():
    assert {word for scale in SCALES for word in (scale.word, *scale.short)} == set(SIZES)
    for word in ("dozen", "zillion", "lakh", "mm"):
        with pytest.raises(ValueError, match="in full"):
            parse_number(f"1.5 {word}")
        assert numbers_in(f"1.5 {word}") <= {Decimal("1.5")}
        assert [value for _, value in typed_numbers(f"1.5 {word}")] == [Decimal("1.5")]


def test_a_value_pasted_from_a_source_is_published(editor_client, page):
    figure = make_figure(page("/statistics/"))
    edit_page(editor_client, figure, lower_value="8.3 million", correction="Mistyped.")
    figure.refresh_from_db()
    assert figure.value_text == "8.3 million"


@pytest.mark.parametrize(
    "typed",
    [
        "many",
        "8.3.1",
        "1,20",
        "12 dozen",
        "1e9999999",
        "٣",
        "0,123",
        "0 123",
        "0123",
        "00",
        "8 3 million",
        "1,234 567",
        "1234,567",
        "5% million",
        "1 000 0000",
    ],
)
def test_what_is_no_number_is_refused_with_an_example(typed):
    with pytest.raises(ValidationError, match="such as 8300000, or as"):
        NumberInputField().clean(typed)
