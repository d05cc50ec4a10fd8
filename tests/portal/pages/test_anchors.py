"""Two elements of one page never share an id."""

import re

import pytest

from tests.factories import make_category, make_guidance, make_information_page, make_publication


def repeated(client, url: str) -> set[str]:
    ids = re.findall(r'\sid="([^"]+)"', client.get(url).content.decode())
    return {name for name in ids if ids.count(name) > 1}


def test_a_numbered_heading_does_not_take_the_address_of_a_repeated_one(client, page):
    body = [("heading", "Help"), ("heading", "Help"), ("heading", "Help 2")]
    assert repeated(client, make_information_page(page("/"), body=body).url) == set()


@pytest.mark.parametrize("heading", ["Main"])
def test_a_heading_does_not_take_an_address_of_the_layout(client, page, heading):
    assert repeated(client, make_information_page(page("/"), body=[("heading", heading)]).url) == set()


def test_a_heading_does_not_take_an_address_of_its_template(client, page):
    category = make_category(page("/categories/"), covers="<p>All.</p>", body=[("heading", "Who to tell")])
    publication = make_publication(page("/publications/"), body=[("heading", "Get it")])
    guidance = make_guidance(
        page("/what-you-can-do/"),
        points_kind="signs",
        points_heading="Signs",
        points=[("point", {"heading": "One", "text": ""})],
        body=[("heading", "Points")],
    )
    assert [repeated(client, made.url) for made in (category, publication, guidance)] == [set()] * 3


def test_headings_without_letters_have_addresses_of_their_own(client, page):
    body = [("heading", "???"), ("heading", "!!!"), ("heading", "…")]
    assert repeated(client, make_information_page(page("/"), body=body).url) == set()
