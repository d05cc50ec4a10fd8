"""Hard material: said beforehand, with ways past it; help before it; detail folded but not lost."""

import re

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site

from portal.blocks import DetailsBlock
from portal.pages.content_notes import reading_time
from portal.search.engine import search_pages
from tests.factories import make_category, make_figure, make_information_page, words

pytestmark = pytest.mark.django_db
CSA = "/categories/child-sexual-abuse/"
LONG = "<p>" + "word " * 300 + "</p>"


def home():
    return Site.objects.get(is_default_site=True).root_page


def noted_page(*blocks, parts=1):
    """A page whose text begins with a note, followed by these blocks."""
    note = ("content_note", {"says": "This part is hard.", "parts": parts})
    return make_information_page(home(), body=[note, *blocks])


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "less than a minute"),
        (74, "less than a minute"),
        (150, "about 1 minute"),
        (300, "about 2 minutes"),
    ],
)
def test_the_time_to_read_is_said_in_words(count, said):
    assert reading_time(count) == said


@pytest.mark.parametrize("path", ["/", CSA])
def test_a_note_says_what_follows_and_how_long_and_its_links_lead_somewhere(client, path):
    html = client.get(path).content.decode()
    note = html[html.index('<div class="content-note') :]
    note = note[: note.index("</div>")]
    assert re.search(r"takes (about \d+ minutes?|less than a minute) to read", note)
    for anchor in re.findall(r'href="#([^"]+)"', note):
        assert f'id="{anchor}"' in html
    assert "Skip to help" in note
    assert f'href="{path}without-figures/#_content-note"' in note


@pytest.mark.parametrize("path", ["/", CSA])
def test_a_page_can_be_read_without_its_figures_by_a_plain_link(client, path):
    html = client.get(f"{path}without-figures/").content.decode()
    assert 'class="figure"' not in html
    assert f'<a href="{path}#_content-note">Show the figures again</a>' in html
    assert f'<link rel="canonical" href="http://testserver{path}">' in html
    assert "8.3 million" in client.get(path).content.decode()
    assert "8.3 million" not in html


def test_a_page_without_a_note_has_no_second_address(client):
    assert client.get("/categories/fraud/without-figures/").status_code == 404
    assert client.get(f"{CSA}without-figures/more/").status_code == 404


def test_the_time_grows_with_the_words_of_the_part_and_not_with_what_comes_after(client):
    part = [("text", LONG), ("heading", "After"), ("text", LONG * 9)]
    assert "This part takes about 2 minutes" in words(client.get(noted_page(*part).url))
    both = noted_page(*part, parts=2)
    assert "This part takes about 20 minutes" in words(client.get(both.url))


def test_a_reader_can_skip_to_help_on_the_page_and_past_the_part(client):
    page = noted_page(
        ("text", LONG), ("heading", "After"), ("text", LONG), ("heading", "Help"), ("emergency", None)
    )
    html = client.get(page.url).content.decode()
    assert '<a href="#help">Skip to help</a>' in html
    assert '<a href="#after">Skip past this part</a>' in html
    assert "without-figures" not in html


def test_where_the_page_has_no_help_the_link_leads_to_the_help_page(client):
    html = client.get(noted_page(("text", LONG)).url).content.decode()
    assert '<a href="/what-you-can-do/">Skip to help</a>' in html


def test_help_comes_before_what_is_hard_to_read(client):
    html = client.get(CSA).content.decode()
    places = [html.index(f'id="_{anchor}"') for anchor in ("content-note", "what-you-can-do", "covers")]
    assert places == sorted(places)
    assert html.index('id="_who-to-tell"') < html.index('id="_covers"') < html.index('id="_figures"')
    rail = html[html.index('<nav class="rail') : html.index('<div class="stream">')]
    assert re.findall(r'href="#([^"]+)"', rail)[:3] == ["_what-you-can-do", "_who-to-tell", "_covers"]
    front = client.get("/").content.decode()
    assert front.index("Help comes first") < front.index("What the term covers")


def test_other_categories_say_first_what_they_are(client):
    html = client.get("/categories/fraud/").content.decode()
    assert html.index('id="_covers"') < html.index('id="_who-to-tell"')
    assert "content-note" not in html


def test_a_note_on_a_category_counts_its_figures_unless_they_are_left_out(client, page):
    category = make_category(page("/categories/"), content_note="This page is hard.")
    for _ in range(12):
        make_figure(page("/statistics/"), category=category)
    assert "This page takes about 3 minutes" in words(client.get(category.url))
    assert "This page takes less than a minute" in words(client.get(f"{category.url}without-figures/"))


def test_what_is_folded_away_is_found_by_search():
    folded = ("details", {"summary": "How it was counted", "text": "<p>By quokkas.</p>"})
    page = make_information_page(home(), title="Counting", body=[folded])
    assert [found.url for found in search_pages("quokkas").results] == [page.url]


def test_help_is_never_folded_away():
    block = DetailsBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"summary": "Who to tell", "text": '<a href="tel:999">999</a>'}))
    assert block.clean(block.to_python({"summary": "How", "text": "<p>So.</p>"}))["summary"] == "How"
