"""What a browser tab, its history or a shared link says of a page for somebody who needs help."""

import re

import pytest
from wagtail.models import Page

# Words that would tell somebody who looks over a shoulder what the reader needs help with.
TELLING = re.compile(r"child|abuse|danger|worried|thought|behaviour|sexual|crime|sign|999|police|tell", re.I)


def seen_from_outside(client, address: str) -> dict[str, str]:
    html = client.get(address).content.decode()
    seen = dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)"', html))
    return {**seen, "title": re.search(r"<title>(.*?)</title>", html, re.DOTALL)[1].strip()}


@pytest.mark.django_db
def test_no_help_page_gives_its_reader_away(client):
    pages = [page for page in Page.objects.filter(live=True).specific() if getattr(page, "neutral_title", "")]
    assert len(pages) >= 8
    for page in pages:
        seen = seen_from_outside(client, page.url)
        for name in ("title", "og:title", "og:description", "og:site_name"):
            assert not TELLING.search(seen.get(name, "")), (page.url, name, seen[name])
        assert seen["title"]
        assert seen["og:description"]


@pytest.mark.django_db
def test_every_page_below_what_you_can_do_is_a_help_page(page):
    for below in page("/what-you-can-do/").get_descendants(inclusive=True).specific():
        assert below.neutral_title, below.url


@pytest.mark.django_db
def test_help_pages_can_be_told_apart_by_their_titles(client, page):
    pages = page("/what-you-can-do/").get_descendants(inclusive=True)
    titles = [seen_from_outside(client, one.url)["title"] for one in pages]
    assert len(set(titles)) == len(titles)


@pytest.mark.django_db
def test_a_help_page_without_a_title_tag_is_neutral_too_and_keeps_its_heading(client, page):
    guidance = page("/what-you-can-do/worried-about-a-child/")
    guidance.seo_title = ""
    guidance.save_revision().publish()
    assert seen_from_outside(client, guidance.url)["title"] == "What you can do"
    assert "<h1>Worried about a child</h1>" in client.get(guidance.url).content.decode()


@pytest.mark.django_db
def test_no_step_of_the_finder_gives_its_reader_away(client):
    onward = re.findall(r'href="(/next/\w/)"', client.get("/next/").content.decode())
    assert onward
    for address in ("/next/", *onward):
        seen = seen_from_outside(client, address)
        assert re.fullmatch(r"Step \d|Last step", seen["title"]), address
        assert [name for name, words in seen.items() if TELLING.search(words)] == [], address


@pytest.mark.django_db
def test_other_pages_are_called_by_their_name_and_the_site(client):
    seen = seen_from_outside(client, "/categories/fraud/")
    assert seen["title"] == "Fraud – Serious and organised crime"
    assert seen["og:title"] == "Fraud"


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "?q=fraud", "?q=zzyzx"])
def test_what_was_searched_for_is_not_in_the_title(client, query):
    seen = seen_from_outside(client, f"/search/{query}")
    assert seen["title"] == "Search – Serious and organised crime"
    assert seen["og:title"] == "Search"


@pytest.mark.django_db
def test_a_wrong_address_says_so_in_its_title(client):
    assert seen_from_outside(client, "/no-such-page/")["title"].startswith("Page not found – ")
