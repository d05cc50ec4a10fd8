"""The figures as files that anyone may use."""

import csv
from io import StringIO

import pytest

from statistics.models import StatisticPage
from statistics.records import FIELDS
from tests.factories import make_figure

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
    assert {tuple(record) for record in as_json.values()} == {tuple(FIELDS)}
    assert {tuple(row) for row in as_csv.values()} == {tuple(FIELDS)}


def test_a_record_holds_value_words_source_and_state(client):
    record = records(client)["sexual-threat-2020"]
    assert record["url"] == "http://testserver/statistics/sexual-threat-2020/"
    assert (record["value"], record["lower_value"], record["upper_value"]) == (
        "at least 300,000",
        300000,
        None,
    )
    assert (record["state"], record["year"], record["area"]) == ("superseded", 2020, "UK")
    assert record["superseded_by"] == "http://testserver/statistics/sexual-threat-2021/"
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
    assert client.post("/statistics/data.json").status_code == 405


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
