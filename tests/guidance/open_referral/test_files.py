"""The files are what their standards and descriptions say, and any site may read them."""

import pytest
import schemathesis
from csvw import CSVW
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from openapi_spec_validator import OpenAPIV31SpecValidator

from guidance.models import HelpRoute
from guidance.models.route_evidence import RouteEvidence

from .standard import faults_of, strange_names

pytestmark = pytest.mark.django_db
TABLES = ("data.csv", "sources.csv")


def test_every_service_is_valid_by_the_standard(services, checked_route):
    found = services()
    assert len(found) > 10
    assert {slug: faults for slug, one in found.items() if (faults := faults_of(one))} == {}
    assert set().union(*map(strange_names, found.values())) == set()


def test_the_standard_refuses_what_is_wrong(services):
    service = services()["childline"]
    service |= {"status": "open", "last_modified": "yesterday", "id": "childline"}
    del service["phones"][0]["number"]
    assert len(faults_of(service)) == 4
    assert strange_names({"nmae": "", "phones": []}) == {"service.nmae"}


def test_no_two_parts_have_one_identifier(client):
    found = []

    def collect(value):
        if isinstance(value, dict):
            if "number" in value or "link_type" in value or "service_id" in value:
                found.append(value["id"])
            value = list(value.values())
        if isinstance(value, list):
            for one in value:
                collect(one)

    collect(client.get("/help/data.json").json()["contents"])
    assert len(found) > 100
    assert len(found) == len(set(found))


def test_identifiers_stay_the_same(services, settings):
    before = services()["childline"]
    settings.BASE_URL = "https://elsewhere.example"
    HelpRoute.objects.filter(slug="childline").update(name="Kids' line")
    after = services()["childline"]
    assert (before["id"], before["phones"][0]["id"]) == (after["id"], after["phones"][0]["id"])


def test_the_list_comes_in_pages_that_lead_to_each_other(client):
    whole = client.get("/help/data.json").json()
    assert (whole["total_items"], whole["total_pages"], whole["next"], whole["previous"]) == (
        len(whole["contents"]), 1, None, None,
    )  # fmt: skip
    address, seen = "/help/data.json?per_page=5", []
    while address:
        part = client.get(address).json()
        seen += part["contents"]
        assert part["last_page"] is (part["next"] is None)
        address = part["next"]
    assert seen == whole["contents"]
    assert client.get("/help/data.json?page=900").json()["empty"] is True


@pytest.mark.parametrize(
    ("address", "name", "says"),
    [
        ("data.json?per_page=501", "per_page", "a whole number from 1 to 500"),
        ("data.json?page=0", "page", "a whole number from 1 to"),
        ("data.json?pgae=1", "pgae", "There are: page, per_page."),
        ("data.csv?page=1", "page", "There is none."),
        ("sources.csv?x=1", "x", "There is none."),
        ("openapi.json?x=1", "x", "There is none."),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(client, address, name, says):
    response = client.get(f"/help/{address}")
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    assert response.json()["parameter"] == name
    assert says in response.json()["detail"]


@pytest.mark.parametrize("file", ["data.json", *TABLES, "openapi.json", "data.csv-metadata.json"])
def test_any_site_may_read_and_keep_the_files_until_something_changes(client, file, checked_route):
    first = client.get(f"/help/{file}")
    assert first["Access-Control-Allow-Origin"] == "*"
    assert "public" in first["Cache-Control"]
    assert not first.cookies
    assert first["X-Robots-Tag"] == "noindex"
    assert client.get(f"/help/{file}", HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304
    assert client.post(f"/help/{file}").status_code == 405
    if file in ("data.json", "data.csv"):
        HelpRoute.objects.filter(pk=checked_route.pk).update(name="Day Line")
        assert client.get(f"/help/{file}", HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 200


@pytest.mark.parametrize("file", TABLES)
def test_a_table_is_what_its_description_says(client, tmp_path, file, checked_route):
    checked_route.evidence.add(RouteEvidence(cell="cost", found="Free.", confidence="official"))
    checked_route.save_revision().publish()
    table = client.get(f"/help/{file}")
    about = client.get(f"/help/{file}-metadata.json")
    assert table["Link"] == f'</help/{file}-metadata.json>; rel="describedby"; type="application/csvm+json"'
    (tmp_path / file).write_bytes(table.getvalue())
    (tmp_path / f"{file}-metadata.json").write_bytes(about.content)
    read = CSVW(str(tmp_path / f"{file}-metadata.json"), validate=True)
    assert read.is_valid, read.warnings
    assert not read.warnings
    assert list(read.tables[0].iterdicts())


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_spreadsheet_runs_nothing_that_an_editor_typed(lines, checked_route, start):
    HelpRoute.objects.filter(pk=checked_route.pk).update(who_answers=f"{start}HYPERLINK(1)")
    RouteEvidence.objects.create(
        route=checked_route, cell="cost", found=f"{start}SUM(1)", confidence="official"
    )
    found = {file: next(line for line in lines(file) if line["route"] == "night-line") for file in TABLES}
    assert found["data.csv"]["who_answers"] == f"'{start}HYPERLINK(1)"
    assert found["sources.csv"]["found"] == f"'{start}SUM(1)"


@pytest.mark.parametrize("file", ["data.json", *TABLES])
def test_more_routes_ask_no_more_of_the_database(client, file, checked_route, django_assert_num_queries):
    client.get(f"/help/{file}")
    # The routes, their sources, their categories, and those of them that are public.
    with django_assert_num_queries(4):
        client.get(f"/help/{file}").getvalue()
    for number in range(20):
        route = HelpRoute(name=f"More {number}", slug=f"more-{number}", who_for="All.", phone="0800 123 456")
        route.evidence = [RouteEvidence(cell="cost", found="Free.", confidence="official")]
        route.save()
    with django_assert_num_queries(4):
        assert client.get(f"/help/{file}").getvalue().count(b"More 1") >= 10


def test_the_description_is_valid_and_names_every_address(client):
    description = client.get("/help/openapi.json").json()
    OpenAPIV31SpecValidator(description).validate()
    names = ("json", "csv", "csv_metadata", "sources", "sources_metadata", "openapi")
    assert set(description["paths"]) == {reverse(f"help_{name}") for name in names}


def test_every_answer_is_one_that_is_described(db):
    signals = (request_started, request_finished)
    for signal in signals:  # the tests' connection must stay open: all that the test sees is in it
        signal.disconnect(close_old_connections)
    try:
        description = schemathesis.openapi.from_wsgi("/help/openapi.json", get_wsgi_application())
        for found in description.include(method="get").get_all_operations():
            assert 200 in _statuses(found.ok())
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


def _statuses(operation) -> set[int]:
    statuses = set()

    @settings(max_examples=8, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def ask(case):
        statuses.add(case.call_and_validate(headers={"Accept-Encoding": "identity"}).status_code)

    ask()
    return statuses
