"""What rich text says is told without its marks."""

import pytest
from wagtail.rich_text import get_text_for_indexing

from portal.text.plain_words import plain_words


@pytest.mark.parametrize(
    "rich_text",
    [
        "",
        "plain &amp; simple",
        '<p data-block-key="ab12c">One.</p><p data-block-key="x">Two &lt;b&gt;.</p>',
        "<h2>Head</h2><ul><li>one</li><li>two <b>bold</b>er</li></ul>",
        "a<br/>b<br>c<hr />d",
        '<p>See <a linktype="page" id="3">this</a> and <a href="https://x.org/?a=1&amp;b=2">that</a>.</p>',
        "1 < 2 and 3 > 2",
        "<p>half <b",
        "<P>SHOUTED</P><P>twice</P>",
        "<!-- no --><p>yes</p>",
    ],
)
def test_words_of_rich_text_are_what_wagtail_reads_in_it(rich_text):
    assert plain_words(rich_text) == " ".join(get_text_for_indexing(rich_text).split())
