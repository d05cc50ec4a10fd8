"""How the data are sent: again only if they changed, to scripts of any site, with nothing of the reader."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from tests.factories import edit_page, make_figure

pytestmark = pytest.mark.django_db

ALL = [
    "/statistics/data.json",
    "/statistics/data.csv",
    "/statistics/data.csv-metadata.json",
    "/statistics/openapi.json",
    "/statistics/caid-images/data.json",
    "/statistics/caid-images/data.csv",
    "/oembed/?url=http://testserver/statistics/caid-images/",
]


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))


@pytest.mark.parametrize("address", ALL)
def test_who_has_the_answer_already_is_told_so(client, address):
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    assert not again.getvalue()
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == first["Cache-Control"] == "public, max-age=5"
    assert client.get(address, headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize("address", ALL)
def test_scripts_of_other_sites_may_read_it_and_nobody_may_write(client, address):
    read, asked = (
        client.get(address, headers={"origin": "https://elsewhere.example"}),
        client.options(address),
    )
    assert (read.status_code, asked.status_code, asked.content) == (200, 204, b"")
    assert client.head(address).status_code == 200
    assert asked["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    for method in ("post", "put", "patch", "delete"):
        refused = getattr(client, method)(address)
        assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, OPTIONS")
    for response in (read, asked, refused):
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "ETag" in response["Access-Control-Expose-Headers"]
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("address", ["/statistics/data.json", "/statistics/data.csv"])
@pytest.mark.parametrize("hide", [Page.unpublish, restrict, expire])
def test_a_figure_that_is_hidden_makes_another_answer_and_its_return_too(client, page, address, hide):
    figure = page("/statistics/caid-images/")
    before = client.get(address)["ETag"]
    hide(figure)
    response = client.get(address, headers={"if-none-match": before})
    assert response.status_code == 200
    assert "caid-images" not in response.getvalue().decode()
    PageViewRestriction.objects.all().delete()
    figure.expire_at = None
    figure.save_revision().publish()
    response = client.get(address, headers={"if-none-match": response["ETag"]})
    assert "caid-images" in response.getvalue().decode()


def test_a_change_in_the_admin_and_a_hidden_category_make_another_answer(editor_client, page):
    address, figure = "/statistics/data.json", page("/statistics/caid-images/")
    tags = [editor_client.get(address)["ETag"]]
    edit_page(editor_client, figure, lower_value="9900", correction="It was miscounted.")
    tags.append(editor_client.get(address)["ETag"])
    edit_page(editor_client, figure, publish=False, lower_value="9901")
    assert editor_client.get(address)["ETag"] == tags[-1]
    restrict(page("/categories/child-sexual-abuse/"))
    tags.append(editor_client.get(address)["ETag"])
    make_figure(page("/statistics/"))
    tags.append(editor_client.get(address)["ETag"])
    assert len(set(tags)) == 4


@pytest.mark.parametrize("hide", [Page.unpublish, restrict, expire])
@pytest.mark.parametrize("part", ["data.json", "data.csv", "card/"])
def test_what_stands_below_a_figure_is_gone_with_it(client, admin_client, page, part, hide):
    figure = page("/statistics/caid-images/")
    assert client.get(figure.url + part).status_code == 200
    hide(figure)
    for reader in (client, admin_client):
        response = reader.get(figure.url + part)
        assert response.status_code == 404
        assert "Access-Control-Allow-Origin" not in response
    assert client.get("/oembed/", {"url": f"http://testserver{figure.url}"}).status_code == 404


def test_the_file_of_one_figure_is_its_record_in_the_list(client):
    everything = client.get("/statistics/data.json").json()["figures"]
    one = client.get("/statistics/caid-images/data.json").json()
    assert one["figure"] in everything
    assert one["figure"]["url"] == "http://testserver/statistics/caid-images/"
    as_csv = client.get("/statistics/caid-images/data.csv")
    assert as_csv["Content-Disposition"] == 'attachment; filename="caid-images.csv"'
    assert len(as_csv.getvalue().splitlines()) == 2
    assert client.get("/categories/fraud/data.json").status_code == 404


def test_files_and_card_move_with_the_page(editor_client, page, django_capture_on_commit_callbacks):
    figure = page("/statistics/caid-images/")
    with django_capture_on_commit_callbacks(execute=True):
        edit_page(editor_client, figure, slug="images-added")
    for part in ("data.json", "data.csv", "card/"):
        moved = editor_client.get(f"/statistics/caid-images/{part}")
        assert moved.status_code == 301
        assert moved["Location"].rstrip("/").endswith(f"/statistics/images-added/{part}".rstrip("/"))
