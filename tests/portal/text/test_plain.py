"""The same words without looks."""

import pytest

from portal.text.plain import plain_html


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ('<div class="prose"><p data-block-key="a">Call <b>now</b>.</p></div>', "<p>Call <b>now</b>.</p>"),
        ("<div>Two words</div><div>run not together</div>", "<p>Two words</p><p>run not together</p>"),
        ('<h2 class="x" id="y">A  heading</h2>', "<h2>A heading</h2>"),
        ('<p><img src="/a.png" alt="A tunnel"></p>', "<p>A tunnel</p>"),
        ("<script>alert(1)</script><style>p {}</style><svg><title>No</title></svg><p>Yes</p>", "<p>Yes</p>"),
        ('<p hidden>No</p><p>Yes<span class="visually-hidden">: no</span></p>', "<p>Yes</p>"),
        ('<p onclick="x()" style="color: red">Words</p>', "<p>Words</p>"),
        ('<a class="phone" href="tel:999">999</a>', '<a href="tel:999">999</a>'),
        ('<a href="page-link:12">A page</a>', '<a href="page-link:12">A page</a>'),
        ('<a href="#_part">A part</a>', "<a>A part</a>"),
        ("<details><summary>What for</summary><p>This.</p></details>", "<p>What for</p><p>This.</p>"),
        ("<dl><div><dt>Cost</dt><dd>Free</dd></div></dl>", "<dl><dt>Cost</dt><dd>Free</dd></dl>"),
        ("<!-- A note --><p>Fish &amp; chips &lt;3</p>", "<p>Fish &amp; chips &lt;3</p>"),
    ],
)
def test_words_headings_lists_and_links_stay_and_nothing_else(html, plain):
    assert plain_html(html) == plain


def test_a_link_to_another_site_still_keeps_its_reader_from_it():
    html = '<a class="out" href="https://example.org/" rel="noreferrer noopener">There</a>'
    assert plain_html(html) == '<a href="https://example.org/" rel="noreferrer noopener">There</a>'
