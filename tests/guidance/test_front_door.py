"""The ways into "Who should I tell?": none of them tells what it is about."""

import re

import pytest

from guidance.finder.tree import START

pytestmark = pytest.mark.django_db
DOOR = '<a href="/next/">Who should I tell?</a>'
BUTTON = 'href="/next/">Who should I tell? Answer two or three questions</a>'


def test_the_home_page_asks_its_first_question_with_an_answer_a_button(client):
    hero = (
        client.get("/")
        .content.decode()
        .partition('<section class="front-door"')[2]
        .partition("</section>")[0]
    )
    links = dict(re.findall(r'<a href="([^"]*)">(.*?)</a>', hero))
    assert list(links) == [f"/next/{answer.code}/" for answer in START.every_answer()]
    assert all(client.get(url).status_code == 200 for url in links)


@pytest.mark.parametrize(
    "path", ["/", "/statistics/", "/privacy/", "/search/", "/what-you-can-do/", "/next/c/", "/no-such-page/"]
)
def test_the_strip_of_every_page_leads_to_it(client, path):
    strip = client.get(path).content.decode().partition('<aside class="help-bar')[2].partition("</aside>")[0]
    assert DOOR in strip


@pytest.mark.parametrize("path", ["/categories/fraud/", "/categories/child-sexual-abuse/"])
def test_every_category_leads_to_it_under_its_title(client, path):
    html = client.get(path).content.decode()
    assert (
        html.index("</h1>") < html.index('class="first-help-door" href="/next/"') < html.index('class="lead"')
    )


@pytest.mark.parametrize("path", ["/no-such-page/", "/search/?q=zzyzx", "/what-you-can-do/"])
def test_it_stands_where_nothing_was_found_and_on_the_page_of_help(client, path):
    assert BUTTON in client.get(path).content.decode()


def test_what_was_found_is_not_pushed_down_by_it(client):
    assert BUTTON not in client.get("/search/?q=fraud").content.decode()
