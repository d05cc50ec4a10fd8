"""Pages for people who are frightened are read by a child of 11, and hold no number that nobody checks."""

import re

import pytest

from tests.readability import grade, sentences_of, syllables_in, words_in

pytestmark = pytest.mark.django_db
HELP = "/what-you-can-do/"
PAGES = (
    f"{HELP}if-you-cannot-speak/",
    f"{HELP}it-happened-to-me/",
    f"{HELP}someone-has-pictures-of-me/",
    f"{HELP}i-may-have-been-scammed/",
    f"{HELP}messages-on-a-childs-phone/",
    f"{HELP}when-a-child-tells-you/",
    f"{HELP}signs-to-look-for/",
    "/glossary/",
)
MOST_WORDS = 25
HARDEST = 6
# Typed before or instead of 999 and 101 by people who type their calls.
TEXT_RELAY = {"18000", "18001"}
LOOKS_DIALLED = re.compile(r"(?<![£\d,])\+?\b\d{3,}(?:[ -]\d{3,})*\b(?![,%])")
LIKELIHOOD = re.compile(r"\d+ to \d+ in 100")
YEAR = re.compile(r"(?:19|20)\d\d")


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("police", 2), ("share", 1), ("helped", 1), ("wanted", 2), ("abuse", 2), ("people", 2), ("a", 1)],
)
def test_syllables_are_counted_as_they_are_heard(word, syllables):
    assert syllables_in(word) == syllables


def test_a_law_is_harder_than_a_kind_sentence():
    kind = ["It is not your fault.", "You can tell someone."]
    law = ["Notwithstanding any statutory provision, authorities investigating allegations may intervene."]
    assert grade(kind) < HARDEST < grade(law)


@pytest.mark.parametrize("address", PAGES)
def test_a_child_of_11_can_read_the_page(client, address):
    sentences = sentences_of(client.get(address).content.decode())
    longest = max(sentences, key=lambda sentence: len(words_in(sentence)))
    assert len(words_in(longest)) <= MOST_WORDS, longest
    assert grade(sentences) <= HARDEST


@pytest.mark.parametrize("address", PAGES)
def test_numbers_to_call_stand_in_help_routes_which_are_checked_and_not_in_the_text(client, address):
    numbers = {
        number
        for sentence in sentences_of(client.get(address).content.decode())
        for found in LOOKS_DIALLED.findall(LIKELIHOOD.sub("", sentence))
        for number in found.split()
    }
    assert {number for number in numbers if not YEAR.fullmatch(number)} <= {"999", "101", *TEXT_RELAY}
