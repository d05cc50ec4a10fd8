"""What a page tells search engines about itself."""

import json
import re

import pytest

from portal.pages.structured_data import as_json
from tests.factories import make_information_page

HOSTILE = '</script><script>alert("1")</script><!-- & é'


def data_of(client, url: str) -> dict[str, dict]:
    """Return the structured data of a page by type."""
    html = client.get(url).content.decode()
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert len(scripts) == 1
    return {item["@type"]: item for item in json.loads(scripts[0])["@graph"]}


@pytest.mark.django_db
def test_a_figure_is_a_dataset_with_value_source_and_doubt(client):
    data = data_of(client, "/statistics/dark-web-offenders/")["Dataset"]
    assert data["url"] == "http://testserver/statistics/dark-web-offenders/"
    assert data["variableMeasured"]["description"] == "250,000"
    assert "Unverified" in data["description"]


@pytest.mark.django_db
def test_breadcrumbs_lead_from_home_to_the_page(client):
    crumbs = data_of(client, "/categories/fraud/")["BreadcrumbList"]["itemListElement"]
    assert [crumb["item"] for crumb in crumbs] == [
        "http://testserver/",
        "http://testserver/categories/",
        "http://testserver/categories/fraud/",
    ]
    assert [crumb["position"] for crumb in crumbs] == [1, 2, 3]
    assert "BreadcrumbList" not in data_of(client, "/")


def test_no_title_breaks_out_of_its_place(client, page):
    made = make_information_page(page("/"), title=HOSTILE, slug="hostile", summary=HOSTILE)
    data = data_of(client, made.url)["Article"]
    assert (data["headline"], data["description"]) == (HOSTILE, HOSTILE)
    assert "<script>alert" not in client.get(made.url).content.decode()


def test_the_data_stays_json_whatever_it_holds():
    written = as_json([{"name": HOSTILE + "\u2028\\ \x00\ud800"}])
    assert not set("<>&\x00\ud800\u2028") & set(written)
    assert json.loads(written)["@graph"] == [{"name": HOSTILE + " \\ "}]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "value", "dates"),
    [
        ("children-safeguarded", {"value": 7600}, "2018-10/2019-09"),
        ("caid-images", {"value": 8300000}, "2015-01/2019-03"),
        ("sexual-threat-2020", {"minValue": 300000}, "2020"),
        ("sexual-threat-2021", {"minValue": 550000, "maxValue": 850000}, "2021"),
    ],
)
def test_the_observation_of_a_figure_claims_no_more_than_its_source(client, address, value, dates):
    data = data_of(client, f"/statistics/{address}/")["Dataset"]
    observation = data["mainEntity"]
    assert {
        name: observation[name] for name in ("value", "minValue", "maxValue") if name in observation
    } == value
    assert (observation["unitText"], observation["observationDate"]) == ("number", dates)
    assert data["temporalCoverage"] == dates
    assert observation["additionalProperty"]["value"] in (
        "Verified",
        "Attributed",
        "Unverified",
        "Superseded",
    )
    assert "license" not in data
    for download in data["distribution"]:
        answer = client.get(download["contentUrl"])
        assert answer["Content-Type"].startswith(download["encodingFormat"])
