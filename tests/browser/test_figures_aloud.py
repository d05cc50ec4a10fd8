"""A screen reader says a figure as one sentence, and says it in words."""

import re

import pytest

WHOLE = re.compile(r"^8\.3 million unique first-generation images\b.{10,}")


@pytest.mark.parametrize("path", ["/", "/statistics/", "/statistics/caid-images/"])
def test_a_figure_is_heard_as_one_sentence(page, path):
    page.goto(path)
    sentence = page.locator("p", has_text="8.3 million unique first-generation images").first
    assert WHOLE.match(re.sub(r"\s+", " ", sentence.inner_text()).strip())
    value = sentence.locator("strong")
    # A block of its own would be read as an utterance of its own.
    assert value.evaluate("e => getComputedStyle(e).display") in {"inline", "inline-block"}
    snapshot = sentence.aria_snapshot()
    assert snapshot.count("paragraph") == 1
    assert snapshot.index("8.3 million") < snapshot.index("unique first-generation images")


def test_no_figure_is_shortened_to_a_letter(page):
    page.goto("/statistics/")
    for sentence in page.locator(".figure-statement").all_inner_texts():
        assert not re.search(r"\d\s?(m|k|bn)\b", sentence), sentence
