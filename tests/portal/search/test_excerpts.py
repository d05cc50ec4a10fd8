"""The words around a hit."""

from portal.search.excerpts import LENGTH, excerpt

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


def test_without_a_hit_it_is_the_beginning():
    marked = excerpt(LONG, ["money"])
    assert marked.startswith("Start here.")
    assert "<mark>" not in marked


def test_an_endless_word_is_cut_all_the_same():
    assert len(excerpt("x" * 100_000, ["fraud"])) < LENGTH
    assert len(excerpt("", ["fraud"])) == 0


def test_what_looks_like_a_pattern_is_plain_text():
    assert excerpt("about 8x3 and 8.3", ["8.3"]) == "about 8x3 and <mark>8.3</mark>"
