"""The table that compares whom one can tell."""

import re

import pytest

from guidance.models import HelpRoute
from guidance.models.comparison import compare
from tests.factories import make_information_page, words

pytestmark = pytest.mark.django_db
QUESTIONS = [
    "Who",
    "Must I give my name?",
    "Anonymous or confidential?",
    "When it is passed on",
    "Who answers",
    "What it costs",
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


def rows_of(client) -> dict[str, list[str]]:
    found = re.findall(r"<tr>.*?</tr>", table_of(client, "/what-you-can-do/"), re.S)
    return {cells(row)[0]: cells(row) for row in found}


def test_a_cell_that_is_not_known_says_that_it_was_not_checked_and_never_no(client):
    rows = rows_of(client)
    assert rows["Report Fraud"][1:3] == ["Not yet checked", "Not yet checked"]
    assert rows["CEOP Safety Centre"][5] == "Not yet checked"
    for row in rows.values():
        assert "" not in row


def test_what_is_not_known_of_999_never_keeps_anybody_from_calling(client):
    emergency = rows_of(client)["Emergency services"]
    assert emergency[1] == "Call anyway"
    assert not [cell for cell in emergency if "ot yet checked" in cell]
    assert not [cell for cell in rows_of(client)["Police, when it is not an emergency"] if "Not yet" in cell]


def test_a_question_is_compared_once_half_of_the_routes_know_its_answer(client):
    routes = HelpRoute.objects.filter(slug__in=("childline", "ncsc", "stop-it-now", "report-fraud"))
    assert "Languages" in compare(list(routes))["questions"]
    HelpRoute.objects.filter(slug="childline").update(languages="", welsh="unknown")
    assert "Languages" not in compare(list(routes.all()))["questions"]
    assert compare([]) == {"questions": [], "rows": []}


def test_it_says_what_is_known(client):
    rows = rows_of(client)
    assert rows["Crimestoppers"][1] == "No"
    assert rows["Crimestoppers"][2].startswith("Anonymous, not confidential.")
    assert rows["CEOP Safety Centre"][1:3] == ["Yes", "Not anonymous"]
    assert rows["Report Remove"][5] == "Free"
    assert rows["Report Fraud"][5].endswith("Not a free number.")
    assert rows["Childline"][-1].startswith("Looked up")


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
