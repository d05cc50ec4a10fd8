"""Whatever stands in a text, its page is shown, opens in the admin and can be saved."""

import json
from contextlib import suppress

import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.urls import reverse
from wagtail.rich_text import expand_db_html

from portal.blocks import TextBlock
from tests.factories import make_figure, make_information_page, words

pytestmark = pytest.mark.django_db

IDS = ["", "abc", "-1", "0", "²", "٣", "1.5", "9" * 19, "9" * 5000, "1 OR 1", "&quot;", "null"]
ELEMENTS = [
    '<embed embedtype="figure"{}/>',
    '<embed embedtype="image"{}/>',
    '<embed embedtype="media"{}/>',
    '<embed embedtype="unknown"{}/>',
    "<embed{}/>",
    '<a linktype="page"{}>words of a link</a>',
    '<a linktype="document"{}>words of a link</a>',
    '<a linktype="unknown"{}>words of a link</a>',
    "<a{}>words of a link</a>",
]
MISSHAPEN = [
    "<p>Open <b>and never closed",
    "<p>Crossed <b>words <i>here</b> and</i> there</p>",
    "<li>An item of no list</li>",
    "<p>A line <br> and another</p>",
    '<p>An <embed embedtype="figure" id="1"> open element</p>',
    "<p><p>Twice</p></p></p>",
    "<a href>Nowhere</a>",
    "<ul><li>One</ul>",
    "<![CDATA[x]]><!-- <p> -->",
]


def form_of(client, page):
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))


def texts():
    """Every kind of element with every kind of id, and with none."""
    for element in ELEMENTS:
        yield element.format("")
        yield from (element.format(f' id="{pk}"') for pk in IDS)
    yield '<embed embedtype="media" url=""/>'
    yield '<embed embedtype="image" format="none" id="1"/>'
    yield '<a href="page-link:99999999999999999999">words of a link</a>'
    yield "\ue000figure:99999999999999999999\ue001"
    yield from MISSHAPEN


def test_a_stored_text_with_any_attributes_is_shown_and_opens_in_the_admin(admin_client, page):
    body = [("text", f"<p>Words before. {text} Words after.</p>") for text in texts()]
    shown = make_information_page(page("/"), title="Odd", body=body)
    read = admin_client.get(shown.url)
    assert read.status_code == 200
    assert words(read).count("Words after.") == len(body)
    assert form_of(admin_client, shown).status_code == 200
    assert admin_client.get("/search/?q=Odd").status_code == 200
    versions = reverse("wagtailadmin_pages:revisions_compare", args=[shown.pk, "earliest", "live"])
    assert admin_client.get(versions).status_code == 200
    assert admin_client.get(reverse("wagtailadmin_pages:usage", args=[shown.pk])).status_code == 200


@pytest.mark.parametrize("text", MISSHAPEN)
def test_a_text_that_is_no_whole_html_keeps_its_words_in_the_form(text):
    from django.utils.html import strip_tags

    shown = json.loads(TextBlock().field.widget.format_value(text))
    said = " ".join(block["text"] for block in shown["blocks"]).split()
    assert [word for word in strip_tags(text).replace("]]>", "").split() if word not in said] == []


def test_a_link_without_a_page_keeps_its_words_for_visitors():
    for text in texts():
        if "words of a link" in text:
            assert "words of a link" in expand_db_html(text)


def posted(*entities, text="Some words here", ranges=None, **block) -> str:
    """What the editor's script would send for a text whose words from the sixth on are the entities."""
    ranges = (
        [{"offset": 5, "length": 5, "key": n} for n in range(len(entities))] if ranges is None else ranges
    )
    one = {"key": "abcde", "type": "unstyled", "text": text, "entityRanges": ranges, **block}
    return json.dumps({"blocks": [one], "entityMap": {str(n): each for n, each in enumerate(entities)}})


def stored(contentstate: str) -> str:
    form = QueryDict(mutable=True)
    form["text"] = contentstate
    return TextBlock().field.widget.value_from_datadict(form, {}, "text")


DATA = [
    None,
    {},
    {"id": None},
    {"url": None},
    {"url": 5},
    {"url": ""},
    *({"id": pk} for pk in [*IDS, [], {}]),
]


@pytest.mark.parametrize("data", DATA, ids=str)
@pytest.mark.parametrize("kind", ["LINK", "DOCUMENT", "IMAGE", "EMBED", "UNKNOWN"])
def test_a_posted_link_that_leads_nowhere_becomes_its_words(kind, data):
    html = stored(posted({"type": kind, "mutability": "MUTABLE", "data": data}))
    assert html == '<p data-block-key="abcde">Some words here</p>'


@pytest.mark.parametrize("data", DATA, ids=str)
def test_a_quoted_figure_without_its_id_stays_to_be_seen_and_taken_out(data):
    html = stored(posted({"type": "FIGURE", "mutability": "IMMUTABLE", "data": data}))
    assert '<embed embedtype="figure"/>' in html
    assert "(this figure is not published)" in expand_db_html(html)
    assert "a figure that is gone" in TextBlock().field.widget.format_value(html)


@pytest.mark.parametrize(
    "contentstate",
    [
        "",
        "garbage",
        "[]",
        "{}",
        "null",
        '"text"',
        '{"blocks": 5}',
        '{"blocks": [5]}',
        '{"blocks": [], "entityMap": []}',
        "[" * 100_000,
        "9" * 5000,
        posted(ranges=[{"offset": "a", "length": None, "key": 0}], text="words"),
        posted({"type": "LINK", "data": {"id": 1}}, ranges=[{"offset": "a", "length": 1, "key": 0}]),
        posted({"type": "LINK", "data": [1]}),
        posted(inlineStyleRanges=[{"offset": 0}]),
        posted(depth="deep"),
    ],
    ids=lambda text: text[:40],
)
def test_what_is_no_text_at_all_is_refused_or_kept_without_it(contentstate):
    html = ""
    with suppress(BadRequest):
        html = stored(contentstate)
    assert html in ("", '<p data-block-key="abcde">words</p>')


def test_an_editor_that_is_empty_sends_null_and_is_an_empty_text():
    assert stored("null") == ""


def test_a_list_a_billion_deep_is_as_deep_as_lists_are():
    assert len(stored(posted(type="unordered-list-item", depth=10**9))) < 500


def test_characters_that_no_database_or_feed_can_hold_become_spaces():
    html = stored(posted(text="a\x00b\x0bc\ud800d\ud83d\ude00"))
    assert html == '<p data-block-key="abcde">a b c\ufffdd\U0001f600</p>'


def test_a_good_link_and_a_good_figure_come_back_as_they_went(page):
    figure = make_figure(page("/statistics/"), title="Things")
    target = page("/privacy/")
    text = (
        f'<p data-block-key="abcde">See <a id="{target.pk}" linktype="page">this</a>, '
        f'<a href="https://example.org/">that</a> and <embed embedtype="figure" id="{figure.pk}"/>.</p>'
    )
    back = stored(TextBlock().field.widget.format_value(text))
    assert back.replace(f'linktype="page" id="{target.pk}"', f'id="{target.pk}" linktype="page"') == text
