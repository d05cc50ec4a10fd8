"""What a page adds for paper: the addresses that its links lead to."""

import pytest
from bs4 import BeautifulSoup

from portal.templatetags.paper import LONGEST, addresses_in
from tests.factories import make_information_page


def test_each_address_stands_once_with_the_words_of_its_first_link():
    html = """<a href="https://a.example/x?b=1&amp;c=2">The <b>first</b>
        words</a> <a rel="noreferrer" href="https://a.example/x?b=1&amp;c=2">again</a>
        <a href="/inside/">inside</a> <a href="tel:999">999</a>"""
    assert addresses_in(html) == [("The first words", "a.example/x?b=1&c=2")]


@pytest.mark.parametrize("words", ["a.example/x", "https://a.example/x", "www.a.example/x"])
def test_a_link_that_says_its_own_address_is_not_said_again(words):
    assert addresses_in(f'<a href="https://www.a.example/x/">{words}</a>') == []


def test_an_address_that_nobody_types_is_left_to_the_page_itself():
    assert addresses_in(f'<a href="https://a.example/{"x" * LONGEST}">words</a>') == []


@pytest.mark.django_db
def test_a_page_brings_them_for_paper_alone_and_escaped_once(client, page):
    text = '<p><a href="https://a.example/x?b=1&amp;c=2">Fish &amp; &lt;b&gt;chips&lt;/b&gt;</a></p>'
    made = make_information_page(page("/"), body=[("text", text)])
    soup = BeautifulSoup(client.get(made.url).content, "html.parser")
    (listed,) = soup.select(".addresses")
    assert "hidden" in listed.attrs
    assert listed.li.text == "Fish & <b>chips</b>: a.example/x?b=1&c=2"
    assert listed.p.text.endswith(made.url)
