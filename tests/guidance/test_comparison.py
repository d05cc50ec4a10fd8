"""The table that compares whom one can tell."""

import re

import pytest

from guidance.models import HelpRoute
from tests.factories import make_information_page, words

pytestmark = pytest.mark.django_db
QUESTIONS = [
    "Who",
    "Must I give my name?",
    "Anonymous or confidential?",
    "When it is passed on",
    "Who answers",
    "What it costs",
    "Shows on a bill",
    "Languages",
    "Checked",
]


def table_of(client, url: str) -> str:
    html = client.get(url).content.decode()
    return html[html.index("<table") : html.index("</table>")]


def cells(row: str) -> list[str]:
    return [re.sub(r"<[^>]+>|\s+", " ", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.S)]


def test_it_asks_the_same_questions_of_every_route_and_names_rows_and_columns(client):
    table = table_of(client, "/what-you-can-do/")
    rows = re.findall(r"<tr>.*?</tr>", table, re.S)
    assert cells(rows[0]) == QUESTIONS
    assert len(rows) == 1 + HelpRoute.objects.shown().count()
    assert table.count('scope="col"') == len(QUESTIONS)
    assert table.count('scope="row"') == len(rows) - 1
    assert "<caption>Who you can tell, compared</caption>" in table


def test_a_missing_cell_says_that_we_do_not_know_and_never_no(client):
    rows = re.findall(r"<tr>.*?</tr>", table_of(client, "/what-you-can-do/"), re.S)
    emergency = cells(rows[1])
    assert emergency[0] == "Emergency services"
    assert emergency[1:-1] == ["We do not know"] * 7
    for row in rows[1:]:
        assert "" not in cells(row)


def test_it_says_what_was_checked(client):
    rows = {
        cells(row)[0]: cells(row)
        for row in re.findall(r"<tr>.*?</tr>", table_of(client, "/what-you-can-do/"), re.S)
    }
    assert rows["Crimestoppers"][1:3] == ["No", "Anonymous"]
    assert rows["CEOP Safety Centre"][2] == "Not anonymous"
    assert rows["Report Remove"][2] == "Confidential"
    assert rows["Report Remove"][5] == "Free"
    assert rows["Stop It Now"][7] == "English or Welsh"
    assert rows["Childline"][8] == "22 November 2026"


def test_the_keyboard_reaches_the_table_where_it_scrolls(client):
    html = client.get("/what-you-can-do/").content.decode()
    assert 'role="region" aria-label="Who you can tell, compared" tabindex="0"' in html


def test_an_editor_may_compare_some_and_an_unpublished_route_is_left_out(client, page):
    routes = list(HelpRoute.objects.filter(slug__in=("childline", "ncsc", "stop-it-now")))
    HelpRoute.objects.filter(slug="ncsc").update(live=False)
    made = make_information_page(
        page("/"), body=[("route_comparison", {"caption": "Three", "routes": routes})]
    )
    text = words(client.get(made.url))
    assert "Childline" in text
    assert "Stop It Now" in text
    assert "NCSC" not in text


def test_it_never_shows_a_number_or_an_address(client):
    assert not re.search(r"tel:|mailto:|https://|\d{3} \d{3}", table_of(client, "/what-you-can-do/"))
