"""People find the files, the server keeps them, and a mirror of the site has them."""

import pytest

from portal.safety.addresses import fixed_addresses

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/what-you-can-do/", "/statistics/"])
def test_the_page_for_help_and_the_page_for_data_lead_to_every_file(client, address):
    page = client.get(address).content.decode()
    files = [one for one in fixed_addresses() if one.startswith("/help/")]
    assert len(files) == 6
    assert [file for file in files if f'href="{file}"' not in page] == []


@pytest.mark.parametrize(
    ("query", "kept"), [("", ()), ("?page=1&per_page=5", ("page", "per_page")), ("?utm=x", None)]
)
def test_an_answer_is_kept_under_the_parameters_that_it_reads(client, query, kept):
    response = client.get(f"/help/data.json{query}")
    assert (response.status_code == 400) is (kept is None)
    assert getattr(response, "kept_queries", None) == kept


def test_no_file_stands_in_the_site_map(client):
    assert b"/help/" not in client.get("/sitemap.xml").content
