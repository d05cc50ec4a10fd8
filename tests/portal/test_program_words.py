"""Nothing that a program says to itself reaches a reader: no object, no list, no tag of a template."""

import re
from html import unescape

import pytest
from django.urls import reverse

from guidance.models import HelpRoute
from portal.blocks import HomeStreamBlock, PointBlock
from portal.models import HomePage
from tests.portal.test_every_page import every_page

pytestmark = pytest.mark.django_db
# A dictionary or list, an object, a missing value, what a template engine leaves behind.
PROGRAM = re.compile(
    r"\{'|\['|\[\{'|\(<(?!(?:a|span)\b)"
    r"|\bNone\b|\bTrue\b|\bFalse\b|<[\w.]+ object|object at 0x|bound method|__proxy__"
    r"|Traceback|QuerySet|StreamValue|Decimal\(|datetime\.|\{\{|\{%|%\}|\{#|#\}|/None/|=None"
)
STARTS = [
    "/",
    "/search/",
    "/search/?q=child",
    "/search/?q=crime&page=2",
    "/search/?q=zzyzx",
    "/publications/national-strategic-assessment-2020/inside/?q=crime",
    "/statistics/?state=withdrawn&year=2020",
    "/statistics/?page=2",
    "/no-such-page/",
    "/leave/",
    "/changes.atom",
    "/statistics/corrections/",
    "/statistics/corrections.atom",
]
READ = ("text/", "application/atom+xml", "application/xml")
NOT_FOLLOWED = ("/static/", "/media/", "/admin/", "/leave/")


def program_words(html: str) -> list[str]:
    """Return what a program said to itself, each with its surroundings."""
    text = unescape(html)
    return [text[max(0, found.start() - 60) : found.end() + 60] for found in PROGRAM.finditer(text)]


def addresses_in(html: str) -> set[str]:
    found = re.findall(r'(?:href|src|action|content)="(?:http://testserver)?(/[^"#]*)', html)
    return {unescape(address) for address in found if not address.startswith(NOT_FOLLOWED)}


def test_no_reader_meets_the_words_of_a_program_at_any_address_that_the_site_leads_to(client):
    waiting = {*STARTS, *(page.url for page in every_page())}
    seen, faults = set(), {}
    while waiting - seen:
        address = (waiting - seen).pop()
        seen.add(address)
        response = client.get(address)
        if response.streaming or not response.get("Content-Type", "").startswith(READ):
            continue
        html = response.content.decode()
        waiting |= addresses_in(html)
        if found := program_words(html):
            faults[address] = found
    assert faults == {}
    for part in ("/without-figures/", "/version/1/", "/card/", "/inside/", r"/next/\w/\w/"):
        assert any(re.search(part, address) for address in seen), part


@pytest.mark.parametrize("name", [*HomeStreamBlock().child_blocks, "point"])
def test_no_editor_meets_them_in_the_example_of_a_block(editor_client, name):
    blocks = HomePage._meta.get_field("body").stream_block.child_blocks
    block = blocks.get(name) or PointBlock()
    response = editor_client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert program_words(response.content.decode()) == []


def test_no_editor_meets_them_in_the_preview_of_a_page_or_a_help_route(editor_client):
    routes = list(HelpRoute.objects.all())
    for thing in [*every_page(), *routes]:
        for mode, _label in thing.preview_modes:
            preview = thing.make_preview_request(preview_mode=mode)
            assert program_words(preview.rendered_content) == [], (thing, mode)


def test_no_editor_meets_them_in_the_preview_of_a_page_that_was_never_saved():
    for page in every_page():
        page.pk = page.id = None
        page.live = False
        page.last_published_at = page.latest_revision = None
        preview = page.make_preview_request(preview_mode=page.default_preview_mode)
        assert program_words(preview.rendered_content) == [], page.title


@pytest.mark.parametrize(
    "shown",
    [
        "{'number': 0}",
        "Source: None.",
        "&lt;Page object at 0x7f&gt;",
        "{{ card.url }}",
        "['a', 'b']",
        "{# for us #}",
    ],
)
def test_such_words_are_told_from_those_of_people(shown):
    assert program_words(f"<p>{shown}</p>")
    assert program_words("<p>[2020] {1} Nobody, nonetheless 3 % of objects, datetimes</p>") == []
