"""Two elements of one page never share an id: those of templates begin with "_", which no heading's can."""

import re
import time
from pathlib import Path

import pytest
from django.conf import settings

from portal.checks import own_page_models
from portal.models import InformationPage
from tests.factories import make_category, make_guidance, make_information_page, make_publication
from tests.portal.test_every_page import every_page

TEMPLATES = {path: path.read_text() for path in Path(settings.BASE_DIR, "templates").rglob("*.html")}
# What names an element of the page: its id, and what refers to one. Parts of categories get theirs handed in.
OWNED = re.compile(r"""(?<![\w-])(?:id|for|anchor|aria-(?:labelledby|describedby|controls))=["']([^"']+)""")
# A heading's own anchor, and links to one.
HEADINGS = {"{{ anchor }}"}


def owned(text: str) -> set[str]:
    """Return the ids that a template owns or refers to."""
    return set(OWNED.findall(text)) - HEADINGS


def repeated(client, url: str) -> set[str]:
    ids = re.findall(r'\sid="([^"]+)"', client.get(url).content.decode())
    return {name for name in ids if ids.count(name) > 1}


def dangling(client, url: str) -> set[str]:
    """Return the links within a page that lead nowhere."""
    html = client.get(url).content.decode()
    return set(re.findall(r'href="#([^"]+)"', html)) - set(re.findall(r'\sid="([^"]+)"', html))


def shown_ids(client) -> set[str]:
    """Return every id on every page of the default content."""
    pages = [client.get(page.url).content.decode() for page in every_page()]
    return {name for html in pages for name in re.findall(r'\sid="([^"]+)"', html)}


def test_no_heading_takes_the_id_of_a_template_on_any_type_of_page(client, db):
    """As an editor would have it who gives a heading the words of every part that a page has already."""
    ids = shown_ids(client) | {name for text in TEMPLATES.values() for name in owned(text) if "{" not in name}
    body = [("heading", re.sub("[-_]+", " ", name).strip()) for name in sorted(ids)]
    note = ("content_note", {"says": "This part is about quokkas.", "parts": 1})
    tried = set()
    for page in every_page():
        page.body = [*body, note, *body, note]
        page.content_note = "This page is about quokkas."
        page.save()
        tried.add(type(page))
        assert (page.url, repeated(client, page.url)) == (page.url, set())
        assert (page.url, dangling(client, page.url)) == (page.url, set())
    assert tried == set(own_page_models())


def test_the_groups_of_categories_may_stand_on_a_page_twice(client, page):
    home = page("/")
    home.body = [("category_groups", None), ("category_groups", None)]
    home.save()
    assert repeated(client, "/") == set()


@pytest.mark.parametrize("slug", ["all-crime", "main", "filter-year"])
def test_no_category_takes_the_id_of_something_else_on_the_list_of_figures(client, page, slug):
    figure = page("/statistics/caid-images/")
    figure.category = make_category(page("/categories/"), slug=slug)
    figure.save()
    assert repeated(client, "/statistics/") == set()


def test_every_id_in_a_template_begins_with_what_no_heading_begins_with():
    faults = {
        str(path.relative_to(settings.BASE_DIR)): sorted(wrong)
        for path, text in TEMPLATES.items()
        if (wrong := {name for name in owned(text) if not name.startswith("_")})
    }
    assert faults == {}
    within = (re.findall(r"""href=["'][^"'#]*#([a-z][\w-]*)["']""", text) for text in TEMPLATES.values())
    assert {name for found in within for name in found} <= {"strip"}  # a drawing in a file of its own


def test_headings_that_begin_with_it_lose_it(client, page):
    body = [("heading", "_main"), ("heading", "__ Main"), ("heading", "-_main")]
    made = make_information_page(page("/"), body=body)
    html = client.get(made.url).content.decode()
    assert re.findall(r'block-heading" id="([^"]+)"', html) == ["main", "main-2", "main-3"]


@pytest.mark.django_db
def test_many_equal_headings_take_no_longer_than_as_many_that_differ():
    """Measured, for 20 times as many headings: 20 times as long, and not 400 times."""

    def seconds(count: int) -> float:
        page = InformationPage(body=[("heading", "Help")] * count)
        list(page.body)
        before = time.process_time()
        anchors = [page.anchor_of(block) for block in page.body]
        assert anchors[-1] == f"help-{count}"
        return time.process_time() - before

    seconds(10)
    assert seconds(4_000) < 100 * max(seconds(200), 0.001)


def test_a_way_past_a_part_leads_to_the_heading_after_it_even_where_words_come_twice(client, page):
    note = ("content_note", {"says": "This part is about quokkas.", "parts": 1})
    body = [("heading", "More"), note, ("text", "<p>Hard.</p>"), ("heading", "More")]
    html = client.get(make_information_page(page("/"), body=body).url).content.decode()
    assert 'href="#more-2">Skip past this part' in html


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
