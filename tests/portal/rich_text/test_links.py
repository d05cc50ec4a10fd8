"""Links that editors write: those to other sites keep the reader to themselves."""

import time

import pytest
from wagtail.rich_text import expand_db_html

from portal.answering.links import mark_lone_links
from tests.factories import make_information_page


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_link_to_another_site_tells_it_nothing(scheme):
    html = expand_db_html(f'<a href="{scheme}://example.org/a?b=1&amp;c=2">Read</a>')
    assert html == f'<a href="{scheme}://example.org/a?b=1&amp;c=2" rel="noreferrer noopener">Read</a>'


@pytest.mark.parametrize("address", ["tel:999", "mailto:help@example.org", "#part", "/privacy/", "sms:7726"])
def test_other_links_stay_as_they_are_written(address):
    assert expand_db_html(f'<a href="{address}">Read</a>') == f'<a href="{address}">Read</a>'


@pytest.mark.django_db
def test_an_address_cannot_break_out_of_its_link():
    html = expand_db_html('<a href="https://example.org/&quot;onclick=&quot;go()">Read</a>')
    assert 'onclick="' not in html
    assert html.count('"') == 4


@pytest.mark.django_db
def test_a_visitor_meets_the_link_with_its_rel(client, page):
    privacy = page("/privacy/")
    privacy.body = [("text", '<p><a href="https://example.org/">Read</a></p>')]
    privacy.save_revision().publish()
    html = client.get("/privacy/").content.decode()
    assert '<a href="https://example.org/" rel="noreferrer noopener">Read</a>' in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("source", "alone"),
    [
        ('<p><a href="https://example.org/">Read on</a></p>', True),
        (
            '<ul><li data-block-key="a"><b><a href="https://example.org/">Read <i>on</i></a></b></li></ul>',
            True,
        ),
        ('<p><a linktype="page" id="{id}">Read on</a></p>', True),
        ('<p>You can <a href="https://example.org/">read on</a></p>', False),
        ('<p><a href="https://example.org/">Read on</a>, or ask.</p>', False),
    ],
)
def test_a_link_that_is_all_of_a_paragraph_or_item_is_a_target_of_its_own(client, page, source, alone):
    text = source.replace("{id}", str(page("/privacy/").pk))
    made = make_information_page(page("/"), body=[("text", text)])
    html = client.get(made.url).content.decode().partition('class="block-text')[2].partition("</div>")[0]
    assert "<a " in html
    assert (' class="alone"' in html) is alone


@pytest.mark.parametrize(
    "piece", ["<p ", "<p><b>", "<li>", '<p><a href="', '<p><a href="x">', '<p><a href="x">a<b>']
)
def test_looking_for_such_links_takes_no_longer_for_odd_html(piece):
    started = time.perf_counter()
    mark_lone_links(piece * 10_000)
    assert time.perf_counter() - started < 1
