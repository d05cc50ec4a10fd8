"""Characters that break a format are taken out where text enters, and break nothing that is sent."""

import json
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from wagtail.models import Page

from portal.models import InformationPage
from portal.text.characters import clean_posted, clean_text
from statistics.models import Correction, FigureVersion, StatisticPage
from tests.factories import edit_page, make_figure, make_information_page, words

pytestmark = pytest.mark.django_db
EVIL = "a\x0bb\x00\x1b\ud800\ufffe\uffff\u202ec\ue000\U0001fffe"
XML = ["/changes.atom", "/statistics/corrections.atom", "/sitemap.xml"]


def test_what_parts_words_becomes_a_space_and_everything_else_goes():
    assert clean_text(EVIL) == "a bc"
    assert clean_text("tab\there\r\nline – “é” 😀 \u200d") == "tab\there\r\nline – “é” 😀 \u200d"
    assert clean_posted(json.dumps({"blocks": [{"text": EVIL}]})) == '{"blocks": [{"text": "a bc"}]}'


def test_a_form_of_the_admin_stores_none_in_fields_or_rich_text(editor_client, page):
    figure = make_figure(page("/statistics/"))
    text = {"text": "x\x0by\ud800", "type": "unstyled", "key": "abcde", "depth": 0, "inlineStyleRanges": []}
    rich = json.dumps({"blocks": [{**text, "entityRanges": []}], "entityMap": {}})
    typed = {"title": "A\x0bB\u202e", "summary": "C\x0cD\ufffe", "does_not_mean": rich}
    changed = {"lower_value": "7", "correction": "E\x0bF\x07"}
    assert edit_page(editor_client, figure, **typed, **changed).status_code == 302
    figure.refresh_from_db()
    assert (figure.title, figure.summary) == ("A B", "C D")
    assert "x y</p>" in figure.does_not_mean
    assert Correction.objects.get(figure=figure).words == "E F"


def test_a_snippet_and_a_block_store_none(editor_client, page):
    from statistics.models import FigureSeries

    add = reverse("wagtailsnippets_statistics_figureseries:add")
    editor_client.post(add, {"question": "How\x0bmany?", "note": "N\ufeff"})
    assert FigureSeries.objects.filter(question="How many?", note="N").exists()
    made = make_information_page(page("/"))
    block = {"body-count": "1", "body-0-type": "heading", "body-0-order": "0", "body-0-deleted": ""}
    edit_page(editor_client, made, **block, **{"body-0-value": "Head\x0bing\u2028s"})
    made.refresh_from_db()
    assert made.body[0].value == "Head ing s"


def test_code_that_makes_a_page_stores_none(page):
    made = make_information_page(page("/"), title="Code\x0bmade", summary="S\u202e.")
    assert (made.title, made.summary) == ("Code made", "S.")


@pytest.mark.parametrize("address", XML)
def test_feeds_and_the_site_map_hold_what_is_already_stored(client, page, address):
    figure = make_figure(page("/statistics/"), title="Stored")
    stored = "Stored\x0bwith\x01"
    Page.objects.filter(pk=figure.pk).update(
        title=stored, search_description=stored, url_path="/front/\x0bé&/"
    )
    StatisticPage.objects.filter(pk=figure.pk).update(summary=stored, does_not_mean=f"<p>{stored}</p>")
    Correction.objects.create(figure=figure, words=stored, was=stored, now=stored)
    answer = client.get(address)
    assert answer.status_code == 200
    ElementTree.fromstring(answer.content)


def test_pages_and_data_hold_halves_of_pairs_that_are_already_stored(client, page):
    made = make_information_page(page("/"))
    body = json.dumps([{"type": "heading", "value": "Half \ud800", "id": "1"}])
    InformationPage.objects.filter(pk=made.pk).update(body=body)
    assert "Half" in words(client.get(made.url))
    figure = make_figure(page("/statistics/"))
    StatisticPage.objects.filter(pk=figure.pk).update(counted="things\x0b\x01 counted")
    version = FigureVersion.objects.get(figure=figure)
    FigureVersion.objects.filter(pk=version.pk).update(said={**version.said, "summary": "Half \ud800"})
    assert client.get(f"{figure.url}version/1/").status_code == 200
    for name in ("data.json", "data.csv"):
        answer = client.get(f"{figure.url}{name}").getvalue().decode()
        assert "things" in answer
        assert not set("\x01\x0b") & set(answer)


def test_ids_of_feeds_never_change_and_their_addresses_are_those_of_the_settings(client, page):
    def ids(host: str) -> list[str]:
        root = ElementTree.fromstring(client.get("/changes.atom", headers={"host": host}).content)
        space = "{http://www.w3.org/2005/Atom}"
        links = [link.get("href") for link in root.iter(f"{space}link")]
        assert all(link.startswith("http://testserver/") for link in links), links
        return [found.text for found in root.iter(f"{space}id")]

    figure = make_figure(page("/statistics/"), title="Moving")
    before = ids("testserver")
    assert ids("localhost") == before
    figure.slug = "moved"
    figure.save(clean=False)
    assert ids("testserver") == before
    assert figure.translation_key.urn in before
