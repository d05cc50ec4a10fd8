"""One site, one address for each page, and one idea of what an address may look like."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.urls import reverse
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page, Site

from portal.addresses import address_of
from portal.site.one_site import REASON
from portal.text.slugs import is_slug, suggested
from tests.factories import edit_page, make_figure, make_information_page, words

pytestmark = pytest.mark.django_db


def test_a_second_site_is_refused_with_the_reason(admin_client, page):
    answer = admin_client.get(reverse("wagtailsites:add"), follow=True)
    assert REASON in words(answer)
    form = {"hostname": "other.example", "port": "80", "root_page": str(page("/").pk)}
    assert REASON in words(admin_client.post(reverse("wagtailsites:add"), form, follow=True))
    with pytest.raises(ValidationError, match="serves one site"):
        Site.objects.create(hostname="other.example", root_page=page("/"))
    assert Site.objects.count() == 1
    Site.objects.get().save()


def test_whole_addresses_stay_single_and_the_check_complains_where_a_second_site_came_in_all_the_same(
    page, client
):
    Site.objects.bulk_create([Site(hostname="other.example", root_page=page("/categories/"))])
    Site.clear_site_root_paths_cache()
    try:
        assert address_of(page("/statistics/caid-images/")) == "http://testserver/statistics/caid-images/"
        record = client.get("/statistics/caid-images/data.json").json()["figure"]
        assert record["url"] == "http://testserver/statistics/caid-images/"
        for address in ("/changes.atom", "/statistics/sexual-threat-2020/card/", "/sitemap.xml"):
            assert "testserverhttp" not in client.get(address).content.decode(), address
        with pytest.raises(SystemCheckError, match="more than one Site"):
            call_command("check", databases=["default"])
    finally:
        Site.objects.filter(hostname="other.example").delete()
        Site.clear_site_root_paths_cache()


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("Fraud", "fraud"),
        ("Über-uns", "uber-uns"),
        ("two words", "two-words"),
        ("a.b", "a-b"),
        ("-a", "a"),
        ("犯罪", ""),
    ],
)
def test_an_address_of_other_letters_is_refused_with_a_suggestion(editor_client, page, typed, instead):
    made = make_information_page(page("/"))
    assert not is_slug(typed)
    assert suggested(typed) == instead
    response = edit_page(editor_client, made, publish=False, slug=typed)
    assert "slug" in response.context["form"].errors
    with pytest.raises(ValidationError):
        make_information_page(page("/"), slug=typed)
    made.slug = typed
    with pytest.raises(ValidationError) as refusal:
        made.full_clean()
    assert "slug" in refusal.value.message_dict
    if instead and typed != "two words":
        assert f"“{instead}”" in str(refusal.value.message_dict["slug"])


def test_a_title_of_other_letters_gets_an_address_that_may_be(page):
    made = Page(title="Über Façades", slug="")
    page("/").add_child(instance=made)
    assert made.slug == "uber-facades"


def test_a_copy_has_such_an_address_too(admin_client, page):
    made = make_information_page(page("/"))
    form = {"new_title": "Copy", "new_slug": "COPY", "new_parent_page": str(page("/").pk)}
    answer = admin_client.post(reverse("wagtailadmin_pages:copy", args=[made.pk]), form)
    assert "Use “copy” instead." in answer.content.decode()
    assert not Page.objects.filter(slug="COPY").exists()


@pytest.mark.parametrize("path", ["/statistics/caid-images/", "/statistics/", "/"])
def test_a_figure_cannot_have_an_alias(admin_client, page, path):
    copied = page(path)
    before = Page.objects.count()
    address = reverse("wagtailadmin_pages:copy", args=[copied.pk])
    form = {"new_title": "Twin", "new_slug": "twin", "alias": "on", "copy_subpages": "on"}
    form["new_parent_page"] = str(copied.get_parent().pk)
    admin_client.post(address, form)
    assert not Page.objects.exclude(alias_of=None).exists()
    if path.count("/") == 3:
        assert 'name="alias"' not in admin_client.get(address).content.decode()
        assert Page.objects.count() <= before + 1


def test_code_cannot_make_one_either(page):
    figure = make_figure(page("/statistics/"))
    with pytest.raises(ValidationError, match="second record"):
        CreatePageAliasAction(figure, parent=page("/statistics/"), update_slug="twin").execute()


def test_the_order_of_the_tree_changes_the_tag_of_the_data(client, page):
    before = client.get("/statistics/data.json")
    page("/statistics/caid-images/").move(page("/statistics/"), pos="last-child")
    after = client.get("/statistics/data.json", headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert [one["url"] for one in after.json()["figures"]] != [one["url"] for one in before.json()["figures"]]


@pytest.mark.parametrize("address", ["/statistics/data.csv", "/statistics/caid-images/data.csv"])
def test_the_headers_of_a_stream_say_no_length(client, address):
    answer = client.head(address)
    assert answer.status_code == 200
    assert "Content-Length" not in answer
    assert answer["Content-Type"] == client.get(address)["Content-Type"]


def test_every_branch_of_the_description_says_its_type(client):
    description = client.get("/statistics/openapi.json").json()

    def untyped(schema, where):
        if isinstance(schema, dict):
            for name, inner in schema.items():
                if name in ("schema", "items") or where.endswith(("properties", "schemas")):
                    says = {"type", "$ref", "anyOf", "enum"} & set(inner)
                    yield from [] if says else [f"{where}/{name}"]
                yield from untyped(inner, f"{where}/{name}")
        elif isinstance(schema, list):
            for number, inner in enumerate(schema):
                if where.endswith("anyOf") and not {"type", "$ref"} & set(inner):
                    yield f"{where}/{number}"
                yield from untyped(inner, f"{where}/{number}")

    assert list(untyped(description, "")) == []
