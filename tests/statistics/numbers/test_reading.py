"""Editors type or paste a value as their source prints it."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from statistics.numbers.fields import NumberInputField
from statistics.numbers.reading import numbers_in
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
