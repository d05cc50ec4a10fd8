"""Links that editors write: those to other sites keep the reader to themselves."""

import pytest
from wagtail.rich_text import expand_db_html


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
