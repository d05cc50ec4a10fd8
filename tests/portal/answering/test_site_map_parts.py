"""The site map of a site with more pages than one file takes."""

import xml.etree.ElementTree as ET

import pytest

from categories.models import CategoryPage
from portal.answering import sitemap
from tests.many_figures import add_figures

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MOST_QUERIES = 3

pytestmark = pytest.mark.django_db


def _addresses(client, address: str) -> tuple[str, list[str]]:
    """Return what kind of file the address gives, and the addresses in it."""
    response = client.get(address.removeprefix("http://testserver"))
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    root = ET.fromstring(response.content)
    return root.tag.removeprefix(MAP), [element.text for element in root.iter(f"{MAP}loc")]


@pytest.fixture
def small_parts(monkeypatch):
    """Let a part of the map hold twenty addresses."""
    monkeypatch.setattr(sitemap.PublicPages, "limit", 20)


def test_a_large_site_has_a_list_of_parts_that_name_every_page_once(client, monkeypatch):
    whole = _addresses(client, "/sitemap.xml")
    monkeypatch.setattr(sitemap.PublicPages, "limit", 20)
    kind, parts = _addresses(client, "/sitemap.xml")
    assert (whole[0], kind) == ("urlset", "sitemapindex")
    found = [_addresses(client, part) for part in parts]
    assert {kind for kind, _ in found} == {"urlset"}
    assert [address for _, addresses in found for address in addresses] == whole[1]
    assert len(parts) == -(-len(whole[1]) // 20)


def test_a_part_that_is_not_there_is_not_found(client, small_parts):
    assert client.get("/sitemap.xml?p=99").status_code == 404
    assert client.get("/sitemap.xml?p=x").status_code == 404


def test_many_pages_cost_no_more_questions_and_no_longer_parts(
    client, page, small_parts, django_assert_max_num_queries
):
    add_figures(page("/statistics/"), list(CategoryPage.objects.all()), 200)
    with django_assert_max_num_queries(MOST_QUERIES):
        _, parts = _addresses(client, "/sitemap.xml")
    with django_assert_max_num_queries(MOST_QUERIES):
        assert len(_addresses(client, parts[-2])[1]) == 20
