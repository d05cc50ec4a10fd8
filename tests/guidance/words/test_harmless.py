"""Searches of readers who need no help are not met with a card for it."""

import pytest

from portal.search.help_for_words import help_for_words

HARMLESS = [
    "statistics",
    "annual report",
    "national strategic assessment report 2020",
    "definition of serious and organised crime",
    "technology",
    "privacy statement",
    "accessibility statement",
    "encryption",
    "blockchain",
    "chocolate cake recipe",
    "football results",
    "weather tomorrow",
    "council tax",
    "pictures of cats",
    "bank holidays",
    "history of the national crime agency",
    "number of offenders on the dark web",
    "train times to london",
    "jobs",
    "pdf download",
    "strategy 2018",
    "image database",
    "children safeguarded 2019",
    "open markets",
    "virtual assets",
    "healing crystals",
    "garden fencing",
    "school holidays",
    "mobile phone contract",
    "the cost of crime to the economy",
    "publication licence",
    "call for papers",
    "message from the director",
    "firearms licensing law",
    "immigration statistics",
    "who wrote this site",
    "how are the figures made",
    "open data json",
    "home office",
    "risk assessment",
    "likely",
    "driving licence",
    "passport renewal",
    "gun dog training",
    "drag race",
    "knife and fork",
    "swimming pool",
    "dinosaur",
    "7,600",
    "350,000",
    "8.3 million",
    "2020",
]


@pytest.mark.django_db
def test_a_harmless_search_is_answered_with_results_alone(rf):
    request = rf.get("/search/")
    assert [query for query in HARMLESS if help_for_words(request, query)] == []
