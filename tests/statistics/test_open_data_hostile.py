"""Parameters that somebody made to break the data: all are refused in words, by the list for visitors too."""

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest
from django.test import RequestFactory
from django.urls import resolve

from statistics.open_data.parameters import Filters, Paging
from tests.factories import words

pytestmark = pytest.mark.django_db

FIGURE = "http://testserver/statistics/caid-images/"
# By parameter, an address that takes it.
TAKEN_AT = {
    **dict.fromkeys((*Filters.model_fields, *Paging.model_fields), "/statistics/data.json?"),
    **dict.fromkeys(("format", "maxwidth", "maxheight"), f"/oembed/?url={FIGURE}&"),
}
HOSTILE = {
    "nothing": "",
    "control characters": "20\x0b20\x00",
    "half of a pair": "%ED%A0%80",
    "ten thousand digits": "9" * 10_000,
    "ten thousand noughts": "0" * 10_000,
    "not a number": "NaN",
    "without end": "inf",
    "negative": "-1",
    "with a sign": "%2B5",
    "with a power": "1e3",
    "with a point": "7.0",
    "grouped": "1_000",
    "between spaces": " 7 ",
    "other digits": "٢٠٢٠",
    "null": "null",
    "a list": "[]",
    "markup": "<script>alert(1)</script>",
}


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", TAKEN_AT)
def test_it_is_refused_in_words_that_name_what_can_be(client, name, value):
    response = client.get(f"{TAKEN_AT[name]}{name}={quote(value, safe='%')}")
    problem = response.json()
    assert (response.status_code, problem["status"], problem["parameter"]) == (400, 400, name)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert problem["detail"].startswith(f"“{name}” must be ")
    assert problem["allowed"]
    assert len(response.content) < 1_000
    assert problem["detail"].isprintable()


@pytest.mark.parametrize(
    "value", [value for value in HOSTILE.values() if value], ids=filter(HOSTILE.get, HOSTILE)
)
@pytest.mark.parametrize("name", Filters.model_fields)
def test_the_list_leaves_out_what_the_data_refuse_and_says_so(client, name, value):
    response = client.get(f"/statistics/?{name}={quote(value, safe='%')}")
    assert response.status_code == 200
    assert f"There is no {name} “" in words(response)
    assert 'rel="canonical" href="http://testserver/statistics/"' in response.content.decode()


@pytest.mark.parametrize("number", [10_000, 10_001])
@pytest.mark.parametrize("address", ["/statistics/data.json", "/statistics/openapi.json", "/oembed/"])
def test_thousands_of_parameters_are_refused_at_once(client, address, number):
    response = client.get(f"{address}?{'&'.join(f'x{n}=1' for n in range(number))}")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert "parameter" in response.json()["detail"]


def test_the_last_of_a_repeated_parameter_counts(client):
    figures = client.get("/statistics/data.json?year=soon&year=2019").json()["figures"]
    assert {figure["year"] for figure in figures} == {2019}
    assert client.get("/statistics/data.json?year=2019&year=soon").status_code == 400


def test_a_name_that_is_not_known_is_told_before_any_mistake_in_others(client):
    problem = client.get("/statistics/data.json?year=soon&stat=verified").json()
    assert problem["parameter"] == "stat"
    assert problem["allowed"] == [*Filters.model_fields, *Paging.model_fields]


def test_many_at_once_are_each_told_of_their_own_mistake():
    view = resolve("/statistics/data.json").func

    def mistake(number: int) -> str:
        request = RequestFactory().get("/statistics/data.json", {"year": f"never {number}"})
        return view(request).content.decode()

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(mistake, range(400)))
    assert all(f"“never {number}”" in answer for number, answer in enumerate(answers))


@pytest.mark.parametrize("address", ["/docs", "/statistics/docs", "/api-root", "/openapi.json"])
def test_there_is_no_page_that_would_load_a_tool_from_elsewhere(client, address):
    assert client.get(address, follow=True).status_code == 404
