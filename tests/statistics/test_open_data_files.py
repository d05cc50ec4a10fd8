"""The figures as files that anyone may use."""

import csv
from io import StringIO

import pytest
from csvw import CSVW
from django.urls import reverse
from openapi_spec_validator import OpenAPIV31SpecValidator

from categories.models import CategoryPage
from portal.open_data.csv import LINES
from statistics.models import StatisticPage
from statistics.open_data.columns import NAMES
from statistics.open_data.records import CHUNK
from tests.factories import make_figure
from tests.many_figures import add_figures

pytestmark = pytest.mark.django_db


def records(client):
    """Return the figures of the JSON file by the last part of their address."""
    figures = client.get("/statistics/data.json").json()["figures"]
    return {record["url"].split("/")[-2]: record for record in figures}


def rows(client):
    """Return the lines of the CSV file by the last part of their address."""
    text = client.get("/statistics/data.csv").getvalue().decode("utf-8")
    return {row["url"].split("/")[-2]: row for row in csv.DictReader(StringIO(text, newline=""))}


def test_both_files_hold_every_figure_with_the_same_fields(client):
    as_json, as_csv = records(client), rows(client)
    assert len(as_json) == StatisticPage.objects.live().count() == 9
    assert list(as_json) == list(as_csv)
    assert {tuple(record) for record in as_json.values()} == {NAMES}
    assert {tuple(row) for row in as_csv.values()} == {NAMES}


def test_a_record_holds_value_words_source_and_state(client):
    record = records(client)["sexual-threat-2020"]
    assert record["url"] == "http://testserver/statistics/sexual-threat-2020/"
    assert (record["value"], record["lower_value"], record["upper_value"]) == (
        "at least 300,000",
        300000,
        None,
    )
    assert (record["state"], record["year"], record["area"]) == ("superseded", 2020, "UK")
    assert record["superseded_by"] == "http://testserver/statistics/sexual-threat-2023/"
    assert "<p>" not in record["does_not_mean"]
    assert records(client)["sexual-threat-2021"]["upper_value"] == 850000
    assert rows(client)["sexual-threat-2021"]["value"] == "550,000 to 850,000"


def test_the_files_say_what_they_are_and_any_site_may_read_them(client):
    as_json, as_csv = client.get("/statistics/data.json"), client.get("/statistics/data.csv")
    assert as_json.json()["version"] == 1
    assert as_json["Content-Type"] == "application/json"
    assert as_csv["Content-Type"] == "text/csv; charset=utf-8"
    assert as_csv["Content-Disposition"] == 'attachment; filename="figures.csv"'
    for response in (as_json, as_csv):
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "public" in response["Cache-Control"]
        assert not response.cookies


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_spreadsheet_does_not_run_what_an_editor_typed(client, page, start):
    figure = make_figure(page("/statistics/"), title="Typed")
    StatisticPage.objects.filter(pk=figure.pk).update(counted=f"{start}HYPERLINK(1)", lower_value=1)
    assert rows(client)["typed"]["counted"] == f"'{start}HYPERLINK(1)"
    assert records(client)["typed"]["counted"] == f"{start}HYPERLINK(1)"


def test_an_unpublished_figure_is_in_neither_file(client, page):
    page("/statistics/caid-images/").unpublish()
    assert "caid-images" not in records(client)
    assert "caid-images" not in rows(client)


def test_json_comes_in_pages_that_lead_to_each_other(client):
    address, seen, sizes = "/statistics/data.json?page_size=4&state=attributed", [], []
    while address:
        page = client.get(address).json()
        seen += [figure["title"] for figure in page["figures"]]
        sizes.append((page["page"], page["page_size"], len(page["figures"]), page["count"]))
        back, address = page["previous"], page["next"]
    everything = client.get("/statistics/data.json?state=attributed").json()
    assert seen == [figure["title"] for figure in everything["figures"]]
    assert {size[1] for size in sizes} == {4}
    assert {size[3] for size in sizes} == {len(seen)}
    assert len(sizes) == -(-len(seen) // 4) > 1
    assert client.get(back).json()["page"] == len(sizes) - 1


def test_a_page_after_the_last_is_empty_and_leads_back(client):
    page = client.get("/statistics/data.json?page=900").json()
    assert (page["figures"], page["next"], page["count"]) == ([], None, 9)
    assert len(client.get(page["previous"]).json()["figures"]) == 9


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [
        ("category=child-sexual-abuse", "category", "Child Sexual Abuse (CSA)"),
        ("state=unverified", "state", "unverified"),
        ("year=2019", "year", 2019),
    ],
)
def test_figures_can_be_asked_for_by_category_state_and_year(client, query, field, value):
    figures = client.get(f"/statistics/data.json?{query}").json()["figures"]
    expected = [
        figure for figure in client.get("/statistics/data.json").json()["figures"] if figure[field] == value
    ]
    assert figures == expected
    assert 0 < len(figures) < 9
    as_csv = client.get(f"/statistics/data.csv?{query}").getvalue().decode()
    assert [row["url"] for row in csv.DictReader(StringIO(as_csv))] == [figure["url"] for figure in figures]


@pytest.mark.parametrize("file", ["data.json", "data.csv", "data.csv-metadata.json"])
@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("state", "sure", "verified"),
        ("state", "", "verified"),
        ("year", "19", "from 1000 to 9999"),
        ("year", "٢٠٢٠", "from 1000 to 9999"),
        ("category", "no-such\x00", "child-sexual-abuse"),
        ("yaer", "2020", "year"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_with_what_can(client, file, name, value, says):
    response = client.get(f"/statistics/{file}", {name: value})
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    problem = response.json()
    assert (problem["parameter"], problem["status"]) == (name, 400)
    assert says in problem["detail"]
    assert says in problem["allowed"]


@pytest.mark.parametrize(
    "query", ["page=0", "page=1e3", "page=-1", "page_size=501", "page_size=", "page=9999999999"]
)
def test_only_pages_that_can_be_are_sent(client, query):
    response = client.get(f"/statistics/data.json?{query}")
    assert response.status_code == 400
    assert "must be a whole number from 1 to" in response.json()["detail"]


def test_the_table_is_what_its_description_says(client, page, tmp_path):
    make_figure(
        page("/statistics/"), title="Least", lower_value="0.25", unit="percent", year=None, period="Ever"
    )
    table = client.get("/statistics/data.csv?")
    about = client.get("/statistics/data.csv-metadata.json")
    assert (
        table["Link"]
        == '</statistics/data.csv-metadata.json>; rel="describedby"; type="application/csvm+json"'
    )
    assert about["Content-Type"] == "application/csvm+json"
    (tmp_path / "data.csv").write_bytes(table.getvalue())
    (tmp_path / "data.csv-metadata.json").write_bytes(about.content)
    read = CSVW(str(tmp_path / "data.csv-metadata.json"), validate=True)
    assert read.is_valid, read.warnings
    lines = list(read.tables[0].iterdicts())
    assert len(lines) == 10
    least = next(line for line in lines if line["title"] == "Least")
    assert (float(least["lower_value"]), least["year"], least["superseded_by"]) == (0.25, None, None)
    assert not read.warnings


def test_a_part_of_the_table_has_a_description_of_its_own(client):
    link = client.get("/statistics/data.csv?year=2020")["Link"]
    about = client.get(link[1 : link.index(">")]).json()
    assert about["url"] == "data.csv?year=2020"
    assert tuple(column["name"] for column in about["tableSchema"]["columns"]) == NAMES


def test_the_description_of_the_addresses_is_valid_and_names_every_column(client):
    description = client.get("/statistics/openapi.json").json()
    OpenAPIV31SpecValidator(description).validate()
    assert tuple(description["components"]["schemas"]["Figure"]["properties"]) == NAMES
    for name in (
        "statistics_json",
        "statistics_csv",
        "statistics_csv_metadata",
        "statistics_openapi",
        "oembed",
    ):
        assert reverse(name) in description["paths"]


def test_readers_find_every_column_explained(client):
    html = client.get("/statistics/").content.decode()
    for name in NAMES:
        assert f"<code>{name}</code>" in html


def test_the_table_is_sent_bit_by_bit_with_few_queries(client, page, django_assert_max_num_queries):
    """Its first lines are there before the last figure was asked for."""
    figures = page("/statistics/")
    make_figure(figures)
    add_figures(figures, list(CategoryPage.objects.all()), CHUNK)
    # Which pages are public, which are private, what took whose place, the first figures, their categories.
    with django_assert_max_num_queries(5):
        response = client.get("/statistics/data.csv")
        assert response.streaming
        assert next(iter(response.streaming_content)).count(b"\r\n") == LINES
    with django_assert_max_num_queries(1):
        assert client.head("/statistics/data.csv")["Content-Disposition"]
