"""Words are explained on one page; where editors mark one, it leads to its place there."""

import json

import pytest
from django.urls import reverse
from wagtail.rich_text import expand_db_html

from guidance.models import GlossaryTerm
from portal.blocks import TextBlock
from tests.factories import make_information_page, words

pytestmark = pytest.mark.django_db
KEY = 'data-block-key="abcde"'


@pytest.fixture
def grooming(db):
    """A term of the default content."""
    return GlossaryTerm.objects.get(anchor="grooming")


def marked(term, said="these words") -> str:
    return f'<p {KEY}>Read <a id="{term.pk}" linktype="term">{said}</a> here.</p>'


@pytest.fixture
def marking(page, grooming):
    """A page that marks the term."""
    return make_information_page(page("/"), title="Marking", body=[("text", marked(grooming))])


def test_every_term_with_a_source_has_its_meaning_under_its_letter(client):
    said = words(client.get("/glossary/"))
    terms = GlossaryTerm.objects.exclude(source_url="")
    assert len(terms) == 54
    for term in terms:
        assert f"{term.name} {term.found}" in said, term
    assert said.index("bribery") < said.index("Child Abuse Image Database") < said.index("clear web")


def test_a_term_without_a_source_or_with_a_disputed_one_waits(client, grooming):
    assert "corruption Misusing" not in words(client.get("/glossary/"))
    grooming.confidence = "conflicting"
    grooming.save()
    assert grooming.found not in words(client.get("/glossary/"))


def test_marked_words_lead_to_the_place_of_their_term(client, marking):
    html = client.get(marking.url).content.decode()
    assert '<a href="/glossary/#_term-grooming" class="term">these words</a>' in html
    assert 'id="_term-grooming"' in client.get("/glossary/").content.decode()


def test_a_mark_outlives_other_names_anchors_and_addresses(client, page, marking, grooming):
    grooming.name, grooming.anchor = "getting close", "getting-close"
    grooming.save()
    glossary = page("/glossary/")
    glossary.slug = "words"
    glossary.save_revision().publish()
    html = client.get(marking.url).content.decode()
    assert '<a href="/words/#_term-getting-close" class="term">these words</a>' in html


@pytest.mark.parametrize("gone", ["the term", "its source", "the page"])
def test_where_the_term_is_not_shown_its_words_stay(client, page, marking, grooming, gone):
    if gone == "the term":
        grooming.delete()
    elif gone == "its source":
        GlossaryTerm.objects.update(source_url="")
    else:
        page("/glossary/").unpublish()
    html = client.get(marking.url).content.decode()
    assert "Read <a>these words</a> here." in html


def test_text_outside_a_page_leads_there_too(grooming):
    assert '<a href="/glossary/#_term-grooming" class="term">' in expand_db_html(marked(grooming))


def test_a_mark_comes_back_from_the_editor_as_it_went(grooming):
    widget = TextBlock().field.widget
    back = widget.value_from_datadict({"text": widget.format_value(marked(grooming))}, {}, "text")
    assert back.replace(f'linktype="term" id="{grooming.pk}"', f'id="{grooming.pk}" linktype="term"') == (
        marked(grooming)
    )


@pytest.mark.parametrize("data", [None, {}, {"id": None}, {"id": "abc"}, {"id": "9" * 30}], ids=str)
def test_a_posted_mark_that_names_no_term_becomes_its_words(data):
    state = {
        "entityMap": {"0": {"type": "TERM", "mutability": "MUTABLE", "data": data}},
        "blocks": [
            {
                "key": "abcde",
                "text": "Some words",
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [{"offset": 0, "length": 4, "key": 0}],
            }
        ],
    }
    posted = {"text": json.dumps(state)}
    assert TextBlock().field.widget.value_from_datadict(posted, {}, "text") == f"<p {KEY}>Some words</p>"


def test_an_editor_sees_where_a_term_is_used(editor_client, marking, grooming):
    url = reverse("wagtailsnippets_guidance_glossaryterm:usage", args=[grooming.pk])
    assert "Marking" in editor_client.get(url).content.decode()


def test_an_editor_adds_a_term_and_search_finds_it_on_the_glossary_page(editor_client):
    url = reverse("wagtailsnippets_guidance_glossaryterm:add")
    typed = {"name": "Vishing", "found": "Phishing by a phone call.", "confidence": "secondary"}
    typed |= {"source_url": "https://example.org/words"}
    assert editor_client.post(url, typed).status_code == 302
    assert "Vishing Phishing by a phone call." in words(editor_client.get("/glossary/"))
    assert "Glossary" in words(editor_client.get("/search/?q=vishing"))
