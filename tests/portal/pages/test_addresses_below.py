"""What stands below a page's address answers with the page, and is gone with it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import make_category, make_figure, make_publication
from tests.portal.test_private_pages import restrict

FIGURE = ("version/1/", "data.json", "data.csv", "card/")
PUBLICATION = ("download/", "cover/", "inside/", "cited-by/")
CATEGORY = ("without-figures/",)


@pytest.fixture
def below(page, admin_client):
    """The addresses below one page of each kind that has any, by page."""
    figure = make_figure(page("/statistics/"), title="Quokkas")
    figure.save_revision().publish()
    document = page("/publications/national-strategic-assessment-2020/").document
    publication = make_publication(page("/publications/"), title="Quokkas", document=document)
    make_figure(page("/statistics/"), title="Numbats", publication=publication)
    category = make_category(
        page("/categories/"), title="Quokkas", content_note="This page is about quokkas."
    )
    admin_client.logout()
    return {figure: FIGURE, publication: PUBLICATION, category: CATEGORY}


def answers(client, below, method: str = "get") -> dict[str, int]:
    """Return the status of each address below the pages."""
    ask = getattr(client, method)
    return {part: ask(f"{page.url}{part}").status_code for page, parts in below.items() for part in parts}


def test_each_address_answers_while_its_page_is_live(client, below):
    assert set(answers(client, below).values()) == {200}


@pytest.mark.parametrize("change", [{"live": False}, {"expire_at": timezone.now() - timedelta(days=1)}])
@pytest.mark.parametrize("method", ["get", "post", "options"])
def test_none_is_there_once_its_page_is_taken_off_or_past_its_end(client, below, change, method):
    for page in below:
        type(page).objects.filter(pk=page.pk).update(**change)
    assert set(answers(client, below, method).values()) == {404}


def test_below_a_private_page_readers_are_asked_to_sign_in_and_programs_find_nothing(client, below):
    for page in below:
        restrict(page)
    found = answers(client, below)
    programs = {"data.json", "data.csv", "card/"}
    assert {part for part, status in found.items() if status == 404} == programs
    assert {status for part, status in found.items() if part not in programs} == {302}


def test_all_are_only_to_be_read_and_say_so(client, below):
    assert set(answers(client, below, "post").values()) == {405}
    found = answers(client, below, "options")
    assert {part for part, status in found.items() if status == 204} == {"data.json", "data.csv"}
    assert {status for part, status in found.items() if not part.startswith("data")} == {200}


@pytest.mark.parametrize("method", ["get", "post", "options"])
@pytest.mark.parametrize(
    "address",
    [
        "/categories/fraud/without-figures/",
        "/categories/fraud/download/",
        "/statistics/caid-images/version/0x1/",
        "/statistics/caid-images/version/٣/",
        "/statistics/caid-images/version/1/2/",
        "/statistics/caid-images/data.json/",
        "/statistics/caid-images/card/card/",
        "/publications/national-strategic-assessment-2020/download/0123456789abcdeg/",
        "/publications/national-strategic-assessment-2020/inside/more/",
    ],
)
def test_other_addresses_below_a_page_are_not_there(client, method, address, db):
    assert getattr(client, method)(address).status_code == 404


def test_a_draft_is_previewed_at_the_address_of_its_page(page):
    draft = make_figure(page("/statistics/"), title="Quokkas", live=False)
    preview = draft.make_preview_request(preview_mode="")
    assert preview.status_code == 200
    assert "Quokkas" in preview.render().content.decode()
