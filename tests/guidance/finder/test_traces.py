"""What the finder leaves behind: addresses and titles that say nothing, and no more than that."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guidance.finder.steps import Question
from guidance.finder.tree import START as TREE

from .walking import START

pytestmark = pytest.mark.django_db

PAGE_BUDGET = 10


def test_every_address_is_made_of_single_letters_and_holds_no_question_mark(steps):
    for step in steps:
        assert re.fullmatch(r"/next/([a-z]/){0,3}", step.address), step.address
        for address in re.findall(r'href="([^"]*)"', step.main):
            assert not {"?", "#"} & set(address), (step.address, address)


def test_no_two_answers_of_a_question_share_an_address():
    def check(question):
        codes = [answer.code for answer in question.every_answer()]
        assert len(codes) == len(set(codes)), question
        for answer in question.every_answer():
            if isinstance(answer.leads_to, Question):
                check(answer.leads_to)

    check(TREE)


def test_a_title_in_the_history_tells_only_which_step_it_was(steps):
    for step in steps:
        number = len(step.clicked) + 1
        wanted = "Last step" if step.is_leaf else f"Step {number}"
        assert re.findall(r"<title>(.*?)</title>", step.html) == [wanted], step.address
        assert f'property="og:title" content="{wanted}"' in step.html
        assert "og:description" not in step.html
        assert 'name="description"' not in step.html


def test_nothing_is_asked_by_a_form_kept_in_a_cookie_or_stored_by_the_browser(steps):
    for step in steps:
        assert not re.search("<form|<input|<button|<select", step.html), step.address
        assert not step.response.cookies, step.address
        assert step.response["Cache-Control"] == "no-store", step.address


def test_search_engines_and_the_search_of_the_site_do_not_list_it(client, steps):
    assert {step.response["X-Robots-Tag"] for step in steps} == {"noindex"}
    assert START not in client.get("/sitemap.xml").content.decode()
    found = client.get("/search/?q=under+19+danger+who+are+you").content.decode()
    assert f'href="{START}' not in found.partition('class="search-results"')[2].partition("</ol>")[0]


def test_every_step_leads_back_to_the_one_before_and_to_the_start(steps):
    for step in steps:
        if step.address != START:
            before = re.sub(r"[a-z]/$", "", step.address)
            assert f'<a href="{before}">Back one step</a>' in step.main
            assert f'<a href="{START}">Start again</a>' in step.main


def test_each_page_asks_few_things_at_a_time(steps):
    for step in steps:
        others = [words for words in step.answers.values() if "in danger" not in words]
        assert step.is_leaf or 2 <= len(others) <= 7, step.clicked


def test_the_page_on_what_to_do_leads_to_it(client, db):
    assert f'href="{START}"' in client.get("/what-you-can-do/").content.decode()


@pytest.mark.parametrize("trail", ["z/", "c/z/", "c/k/z/", "b/w/", "c/k/w/w/", "g/w/", "f/k/k/w/", "ck/"])
def test_letters_that_lead_nowhere_are_a_page_not_found(client, trail):
    assert client.get(f"{START}{trail}").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_nothing_can_be_sent_to_it(client, method):
    assert getattr(client, method)(START).status_code == 405


@pytest.mark.parametrize("trail", ["", "b/", "c/", "c/n/k/", "g/m/", "f/n/", "f/n/w/", "f/k/k/", "j/s/"])
def test_a_step_asks_the_database_at_most_ten_times_and_nothing_twice(client, trail):
    cache.clear()
    client.get("/robots.txt")
    client.get("/accessibility/")
    with CaptureQueriesContext(connection) as captured:
        client.get(f"{START}{trail}")
    asked = [query["sql"] for query in captured]
    assert len(asked) <= PAGE_BUDGET, "\n".join(asked)
    assert len(asked) == len(set(asked)), "\n".join(asked)
