"""A figure on other sites: the card, the HTML to copy, and oEmbed."""

import html
import re
from html.parser import HTMLParser

import pytest

from statistics.choices import State
from statistics.models import StatisticPage
from tests.factories import make_figure, words

pytestmark = pytest.mark.django_db


def card_of(client, figure):
    return client.get(f"{figure.url}card/")


def frames_in(text: str) -> list[dict]:
    found = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append(dict(attrs) | {"tag": tag})
    parser.feed(text)
    return found


def test_any_site_may_frame_the_card_and_it_has_neither_script_nor_cookie(client, page):
    response = card_of(client, page("/statistics/caid-images/"))
    policy = dict(part.split(" ", 1) for part in response["Content-Security-Policy"].split("; "))
    assert policy["frame-ancestors"] == "*"
    assert policy["default-src"] == policy["form-action"] == policy["base-uri"] == "'none'"
    assert "script-src" not in policy
    assert "X-Frame-Options" not in response
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    text = response.content.decode()
    assert "<script" not in text
    assert '<link rel="canonical" href="http://testserver/statistics/caid-images/">' in text


@pytest.mark.parametrize("address", ["/statistics/caid-images/", "/statistics/", "/statistics/data.json"])
def test_nothing_but_the_card_may_be_framed(client, address):
    response = client.get(address)
    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("state", State)
def test_the_card_never_shows_a_value_without_what_makes_it_right(client, page, state):
    figure = make_figure(
        page("/statistics/"),
        counted="lamps lit",
        does_not_mean="<p>Lamps, not rooms.</p>",
        period="year ending May 2019",
        area="Wales",
        source_name="The Lamp Survey",
        source_url="https://lamps.example/",
        source_page=7,
    )
    StatisticPage.objects.filter(pk=figure.pk).update(state=state, state_note="A reason.")
    text = words(card_of(client, figure))
    for part in (
        "1,200 lamps lit",
        f"State: {state.label.lower()}. {state.explanation}",
        "A reason.",
        "What this does not mean Lamps, not rooms.",
        "Period year ending May 2019",
        "Area Wales",
        "Source The Lamp Survey, page 7",
        f"As at {figure.last_published_at.day} {figure.last_published_at:%B %Y}",
    ):
        assert part in text
    assert ("This figure was withdrawn." in text) == (state == State.WITHDRAWN)


def test_every_link_of_the_card_leaves_the_frame(client, page):
    figure = page("/statistics/caid-images/")
    text = card_of(client, figure).content.decode()
    assert '<base target="_top">' in text
    links = [element for element in frames_in(text) if element["tag"] == "a"]
    assert any(
        link["href"] == f"http://testserver{figure.url}" and link["target"] == "_top" for link in links
    )


def test_a_superseded_figure_shows_the_newer_one_first_unless_that_is_hidden(client, page):
    figure = page("/statistics/sexual-threat-2020/")
    text = words(card_of(client, figure))
    assert text.index("There is a newer figure") < text.index("680,000 to 830,000") < text.index("300,000")
    page("/statistics/sexual-threat-2023/").unpublish()
    text = words(card_of(client, figure))
    assert text.index("There is a newer figure") < text.index("550,000 to 850,000") < text.index("300,000")
    page("/statistics/sexual-threat-2021/").unpublish()
    text = words(card_of(client, figure))
    assert "550,000" not in text
    assert "There is a newer figure" not in text


def test_the_page_of_a_figure_hands_out_the_html_and_the_files(client, page):
    figure = page("/statistics/caid-images/")
    text = client.get(figure.url).content.decode()
    copied = html.unescape(re.search(r"<textarea[^>]*readonly[^>]*>(.*?)</textarea>", text, re.DOTALL)[1])
    (frame,) = frames_in(copied)
    assert frame["src"] == "http://testserver/statistics/caid-images/card/"
    assert frame["title"] == "Figure: Images added to the Child Abuse Image Database"
    assert "script" not in copied
    for link in ("data.json", "data.csv", "card/"):
        assert f'href="/statistics/caid-images/{link}"' in text


def test_oembed_is_found_from_the_page_and_answers_with_the_same_frame(client, page):
    text = client.get("/statistics/caid-images/").content.decode()
    link = next(one for one in frames_in(text) if one.get("type") == "application/json+oembed")
    found = client.get(html.unescape(link["href"]).removeprefix("http://testserver")).json()
    assert (found["version"], found["type"]) == ("1.0", "rich")
    assert found["title"] == "Images added to the Child Abuse Image Database"
    (frame,) = frames_in(found["html"])
    assert (int(frame["width"]), int(frame["height"])) == (found["width"], found["height"])
    small = client.get(f"{html.unescape(link['href'])}&maxwidth=300&maxheight=200&format=json").json()
    assert (small["width"], small["height"]) == (300, 200)
    by_card = client.get("/oembed/?url=http://testserver/statistics/caid-images/card/").json()
    assert by_card["html"] == found["html"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("url=http://testserver/statistics/caid-images/&maxwidth=0", 400),
        ("url=http://testserver/statistics/caid-images/&width=300", 400),
        ("url=http://testserver/statistics/caid-images/&format=xml", 501),
        ("url=http://testserver/statistics/caid-images/&format=yaml", 400),
        ("url=http://testserver/statistics/", 404),
        ("url=http://testserver/statistics/caid-images/data.json", 404),
        ("url=http://testserver/statistics/caid-images/without-figures/", 404),
        ("url=http://elsewhere.example/statistics/caid-images/", 404),
        ("url=javascript:alert(1)", 404),
        ("url=http://[testserver/statistics/caid-images/", 404),
    ],
)
def test_oembed_refuses_what_it_cannot_show(client, query, status):
    response = client.get(f"/oembed/?{query}")
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["detail"]
