"""Blocks: each has an example that shows in the admin, and none breaks when what it quotes is gone."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from guidance.models import HelpRoute
from portal.blocks import HomeStreamBlock, PointBlock
from portal.models import HomePage
from tests.factories import (
    make_category,
    make_figure,
    make_guidance,
    make_information_page,
    make_publication,
    words,
)

pytestmark = pytest.mark.django_db
NAMES = list(HomeStreamBlock().child_blocks)


@pytest.mark.parametrize("name", NAMES)
def test_an_editor_sees_an_example_of_every_block(editor_client, name):
    block = HomePage._meta.get_field("body").stream_block.child_blocks[name]
    response = editor_client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    main = response.content.decode().partition('<div class="stream">')[2].partition("</main>")[0]
    assert len(main.strip()) > 60, name


def test_a_block_says_in_the_picker_what_it_is():
    for name, block in HomeStreamBlock().child_blocks.items():
        assert len(block.meta.description) > 15, name
    assert PointBlock().meta.description


def quoted(page) -> list:
    """Return something to quote for each quoting block: the thing and the block's value."""
    route = HelpRoute(name="Quokka line", slug="quokka", who_for="All.", phone="101")
    route.save()
    route.save_revision().publish()
    figure = make_figure(page("/statistics/"), title="Quokka figure")
    guidance = make_guidance(
        page("/what-you-can-do/"),
        points_kind="signs",
        points_heading="Quokka signs",
        points=[("point", {"heading": "Quokka point", "text": ""})],
    )
    publication = make_publication(page("/publications/"), title="Quokka report")
    linked = make_information_page(page("/"), title="Quokka page")
    return [
        ("help_routes", route, {"routes": [route]}),
        ("figures", figure, {"figures": [figure]}),
        ("points_from_page", guidance, {"page": guidance}),
        ("publication", publication, {"page": publication}),
        ("page_links", linked, {"links": [{"page": linked, "label": ""}]}),
    ]


@pytest.mark.parametrize("gone", ["unpublish", "delete"])
@pytest.mark.parametrize("number", range(5))
def test_what_was_unpublished_or_deleted_vanishes_without_a_trace(client, editor_client, page, number, gone):
    kind, thing, value = quoted(page)[number]
    body = [("heading", "Before"), (kind, value), ("heading", "After")]
    made = make_information_page(page("/"), title="Quoting", body=body)
    assert "Quokka" in words(client.get(made.url))
    getattr(thing, gone)()
    text = words(client.get(made.url))
    assert "Quokka" not in text
    assert text.index("Before") < text.index("After")
    assert editor_client.get(reverse("wagtailadmin_pages:edit", args=[made.pk])).status_code == 200


def test_a_link_uses_its_own_words_or_the_title(client, page):
    one, other = page("/privacy/"), make_category(page("/categories/"), title="Smuggling")
    links = [{"page": one, "label": "What we keep"}, {"page": other, "label": ""}]
    made = make_information_page(page("/"), body=[("page_links", {"links": links})])
    html = client.get(made.url).content.decode()
    assert '<a href="/privacy/">What we keep</a>' in html
    assert f'<a href="{other.url}">Smuggling</a>' in html


def test_a_page_that_no_address_leads_to_is_not_linked(client, page):
    elsewhere = Page.get_first_root_node().add_child(instance=Page(title="Elsewhere"))
    links = [{"page": elsewhere, "label": ""}, {"page": page("/privacy/"), "label": ""}]
    made = make_information_page(page("/"), body=[("page_links", {"links": links})])
    html = client.get(made.url).content.decode()
    assert "Elsewhere" not in html
    assert 'href="None"' not in html


def test_a_quotation_names_speaker_role_source_date_and_how_sure_it_is(client):
    text = words(client.get("/"))
    quotation = text[text.index("“Serious and organised crime continues") :]
    after = quotation.partition("”")[2]
    assert "Lynne Owens, Director General of the National Crime Agency at the time (2016 to 2021)" in after
    assert after.index("2020") < after.index("State: attributed.") < after.index("What is serious")
    strategy = text[text.index("“individuals planning") :]
    assert "Serious and Organised Crime Strategy 2018 (Cm 9718)" in strategy[:400]


def test_no_edit_can_lose_the_emergency_numbers(client, page):
    made = make_information_page(page("/"), body=[("emergency", None)])
    html = client.get(made.url).content.decode().partition("<main")[2].partition("</main>")[0]
    assert 'href="tel:999"' in html
    assert 'href="tel:101"' in html
