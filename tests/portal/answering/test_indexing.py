"""What a search engine may list: each page once, and nothing that would betray or mislead who finds it."""

import re

import pytest

from publications.models import PublicationDocument
from tests.factories import make_information_page
from tests.many_figures import add_figures
from tests.portal.test_program_words import STARTS, addresses_in

pytestmark = pytest.mark.django_db
HOST = "http://testserver"


def is_listed(response) -> bool:
    return "noindex" not in response.get("X-Robots-Tag", "")


def listed_in_the_map(client) -> set[str]:
    found = re.findall(r"<loc>([^<]+)</loc>", client.get("/sitemap.xml").content.decode())
    return {address.removeprefix(HOST) for address in found}


def canonical(response) -> str:
    found = re.search(r'<link rel="canonical" href="([^"]*)"', response.content.decode())
    return found[1].removeprefix(HOST) if found else ""


def test_every_page_of_the_site_map_may_be_listed_under_its_own_address(client):
    for address in listed_in_the_map(client):
        response = client.get(address)
        assert is_listed(response), address
        assert canonical(response) == address


def test_whatever_else_the_pages_lead_to_is_kept_out_or_names_the_page_that_is_listed(client):
    listed = {*listed_in_the_map(client), "/statistics/corrections/"}
    found = set(STARTS)
    for address in [*listed, *STARTS, "/next/b/"]:
        response = client.get(address)
        if response.get("Content-Type", "").startswith("text/html"):
            found |= addresses_in(response.content.decode())
    others = {address for address in found if address not in listed}
    assert len(others) > 60
    for address in others:
        response = client.get(address)
        if is_listed(response):
            assert canonical(response) in listed, address


@pytest.mark.parametrize(
    "address",
    [
        "/search/",
        "/search/?q=abuse",
        "/publications/national-strategic-assessment-2020/inside/?q=abuse",
        "/next/",
        "/next/b/k/",
        "/leave/",
        "/no-such-page/",
        "/statistics/?state=verified",
        "/statistics/caid-images/version/1/",
        "/statistics/caid-images/card/",
        "/statistics/caid-images/data.json",
        "/statistics/data.csv",
        "/changes.atom",
        f"/oembed/?url={HOST}/statistics/caid-images/",
        "/admin/login/",
    ],
)
def test_no_search_engine_lists(client, address):
    assert not is_listed(client.get(address))


def test_what_a_search_must_not_list_is_not_hidden_from_it_since_it_could_not_read_that_it_must_not(client):
    robots = client.get("/robots.txt").content.decode()
    assert "/search" not in robots
    assert "/next" not in robots


def test_of_a_list_on_several_pages_only_the_first_is_listed(client, page):
    add_figures(page("/statistics/"), [page("/categories/fraud/")], 50)
    assert is_listed(client.get("/statistics/"))
    assert not is_listed(client.get("/statistics/?page=2"))


def test_a_query_that_means_nothing_here_takes_no_page_out_of_the_lists(client):
    """Other sites add their own to the addresses that they link."""
    response = client.get("/categories/fraud/?from=elsewhere")
    assert is_listed(response)
    assert canonical(response) == "/categories/fraud/"


def test_a_private_page_is_not_listed_even_where_staff_read_it(admin_client, page):
    made = make_information_page(page("/"), title="For staff")
    made.view_restrictions.create(restriction_type="login")
    response = admin_client.get(made.url)
    assert response.status_code == 200
    assert not is_listed(response)


def test_a_sample_is_not_listed_in_place_of_the_publication_and_the_official_file_is(client, page):
    address = f"{page('/publications/national-strategic-assessment-2020/').url}download/"
    assert client.get(address)["X-Robots-Tag"] == "noindex, noarchive"
    PublicationDocument.objects.update(is_sample=False)
    assert client.get(address)["X-Robots-Tag"] == "noarchive"
    sha256 = PublicationDocument.objects.get().sha256
    assert "noindex" in client.get(f"{address}{sha256[:16]}/")["X-Robots-Tag"]
