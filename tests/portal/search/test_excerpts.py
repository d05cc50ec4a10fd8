"""The words around a hit."""

import pytest

from portal.search.engine import search_pages
from portal.search.excerpts import LENGTH, excerpt
from portal.text.sentences import as_sentences

LONG = "Start here. " + "filler " * 200 + "then organised fraud is told of " + "filler " * 200


def test_hits_are_marked():
    assert excerpt("All about fraud.", ["fraud"]) == "All about <mark>fraud</mark>."


def test_other_endings_are_marked_too():
    marked = excerpt("Frauds, fraudulent; taxes, taxi.", ["fraud", "tax"])
    assert marked == "<mark>Frauds</mark>, <mark>fraudulent</mark>; <mark>taxes</mark>, taxi."


def test_the_text_is_escaped_inside_and_outside_a_hit():
    marked = excerpt("<script>alert(1)</script> & children's <b>", ["script", "children's"])
    assert "<script" not in marked
    assert "<b>" not in marked
    assert "&lt;<mark>script</mark>&gt;" in marked
    assert "<mark>children&#x27;s</mark>" in marked


def test_a_long_text_is_cut_around_the_hit():
    marked = excerpt(LONG, ["fraud"])
    assert marked.startswith("… ")
    assert marked.endswith(" …")
    assert "organised <mark>fraud</mark> is told" in marked
    assert len(marked) < LENGTH + 40


def test_it_begins_and_ends_with_a_sentence_where_that_is_short_enough():
    text = "First things first. " * 20 + "Here is fraud. It goes on. " + "Last things last. " * 20
    marked = excerpt(text, ["fraud"])
    assert marked.startswith("Here is <mark>fraud</mark>. It goes on. ")
    assert marked.endswith("Last things last.")


def test_pieces_of_a_page_are_sentences():
    pieces = ["Dark web", "markets and forums", "", "Secure messaging apps", "Really?", "one\ntwo", " "]
    assert as_sentences([]) == as_sentences(["", " "]) == ""
    assert as_sentences(pieces) == "Dark web, markets and forums. Secure messaging apps. Really? one, two."


@pytest.mark.django_db
def test_no_excerpt_of_the_default_site_has_empty_places():
    for query in ("apps", "forums", "dark web", "help", "abuse", "assessment", "childline"):
        for result in search_pages(query).results:
            assert ", ," not in result.excerpt, result.title


def test_without_a_hit_it_is_the_beginning():
    marked = excerpt(LONG, ["money"])
    assert marked.startswith("Start here.")
    assert "<mark>" not in marked


def test_an_endless_word_is_cut_all_the_same():
    assert len(excerpt("x" * 100_000, ["fraud"])) < LENGTH
    assert len(excerpt("", ["fraud"])) == 0


def test_what_looks_like_a_pattern_is_plain_text():
    assert excerpt("about 8x3 and 8.3", ["8.3"]) == "about 8x3 and <mark>8.3</mark>"
