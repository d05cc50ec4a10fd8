"""Whoever may not publish a page cannot change what it shows: each way, tried as each kind of staff."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection, Page

from categories.models import CategoryGroup
from portal.models import PortalImage
from publications.models import PublicationDocument
from statistics.models import FigureSeries
from tests.factories import pdf_bytes, words

from .conftest import png

FROM_SCRIPT = {"x-requested-with": "XMLHttpRequest"}


def _edit_document(client, shown, **changes):
    form = {"title": shown.document.title, "collection": shown.document.collection_id, "tags": "", **changes}
    return client.post(reverse("wagtaildocs:edit", args=[shown.document.pk]), {"is_sample": "on", **form})


def replace_document(client, shown):
    file = SimpleUploadedFile("new.pdf", pdf_bytes(pages=2), "application/pdf")
    return _edit_document(client, shown, file=file)


def rename_document(client, shown):
    return _edit_document(client, shown, title="Another name")


def call_document_official(client, shown):
    return _edit_document(client, shown, is_sample="")


def _edit_picture(client, shown, **changes):
    form = {"title": "A picture", "description": "A bank", "collection": shown.picture.collection_id}
    form |= {"tags": "", "credit": "", "licence": "", **changes}
    return client.post(reverse("wagtailimages:edit", args=[shown.picture.pk]), form)


def replace_picture(client, shown):
    return _edit_picture(client, shown, file=SimpleUploadedFile("red.png", png("red").read(), "image/png"))


def describe_picture_otherwise(client, shown):
    return _edit_picture(client, shown, description="Something else")


def focus_picture_elsewhere(client, shown):
    focus = {"focal_point_x": 5, "focal_point_y": 5, "focal_point_width": 4, "focal_point_height": 4}
    return _edit_picture(client, shown, **focus)


def edit_picture_among_uploads(client, shown):
    url = reverse("wagtailimages:edit_multiple", args=[shown.picture.pk])
    prefix = f"image-{shown.picture.pk}"
    form = {"title": "Other", "description": "Other", "collection": shown.picture.collection_id, "tags": ""}
    form = {f"{prefix}-{name}": value for name, value in form.items()}
    return client.post(url, form, headers=FROM_SCRIPT)


def _bulk(client, model, action, *things, **form):
    url = reverse("wagtail_bulk_action", args=[*model._meta.label_lower.split("."), action])
    ids = "&".join(f"id={thing.pk}" for thing in things)
    return client.post(f"{url}?{ids}", form)


def tag_picture_in_bulk(client, shown):
    return _bulk(client, PortalImage, "add_tags", shown.picture, tags="a-tag")


def move_picture_in_bulk(client, shown):
    other = Collection.get_first_root_node().add_child(name="Other")
    return _bulk(client, PortalImage, "add_to_collection", shown.picture, collection=other.pk)


def move_document_in_bulk(client, shown):
    other = Collection.get_first_root_node().add_child(name="Other")
    return _bulk(client, PublicationDocument, "add_to_collection", shown.document, collection=other.pk)


def _snippet(thing, action):
    return reverse(f"wagtailsnippets_{thing._meta.label_lower.replace('.', '_')}:{action}", args=[thing.pk])


def rename_group(client, shown):
    form = {"name": "Another", "slug": "a-group", "summary": "", "picture": shown.picture.pk}
    return client.post(_snippet(shown.group, "edit"), form)


def reorder_groups(client, shown):
    return client.post(_snippet(shown.group, "reorder") + "?position=0", headers=FROM_SCRIPT)


def rename_series(client, shown):
    return client.post(_snippet(shown.series, "edit"), {"question": "How few?", "note": ""})


WAYS = [
    replace_document,
    rename_document,
    call_document_official,
    move_document_in_bulk,
    replace_picture,
    describe_picture_otherwise,
    focus_picture_elsewhere,
    edit_picture_among_uploads,
    tag_picture_in_bulk,
    move_picture_in_bulk,
    rename_group,
    reorder_groups,
    rename_series,
]


@pytest.mark.parametrize("way", WAYS)
def test_an_editor_without_the_right_to_publish_changes_nothing_that_is_public(way, staff, shown):
    CategoryGroup.objects.filter(pk=shown.group.pk).update(sort_order=9_999)
    client, before = staff("Editors"), shown.state()
    response = way(client, shown)
    assert shown.state() == before
    assert "is shown on:" in (words(response) if response.status_code == 409 else response.json()["html"])


@pytest.mark.parametrize("who", ["Moderators", "administrator"])
@pytest.mark.parametrize("way", WAYS)
def test_who_may_publish_may_change_it(way, who, staff, shown):
    CategoryGroup.objects.filter(pk=shown.group.pk).update(sort_order=9_999)
    client, before = staff(who), shown.state()
    way(client, shown)
    assert shown.state() != before


@pytest.mark.parametrize("way", [way for way in WAYS if way is not reorder_groups])
def test_what_no_live_page_shows_may_be_changed_by_every_editor(way, staff, shown):
    CategoryGroup.objects.filter(pk=shown.group.pk).update(sort_order=9_999)
    client, before = staff("Editors"), shown.state()
    Page.objects.filter(pk__in=[shown.publication.pk, shown.category.pk, shown.figure.pk]).update(live=False)
    way(client, shown)
    assert shown.state() != before


@pytest.mark.parametrize(
    "address",
    [
        lambda shown: reverse("wagtaildocs:edit", args=[shown.document.pk]),
        lambda shown: reverse("wagtailimages:edit", args=[shown.picture.pk]),
        lambda shown: _snippet(shown.group, "edit"),
        lambda shown: _snippet(shown.series, "edit"),
    ],
)
def test_the_form_says_so_before_anybody_fills_it_in(address, staff, shown):
    response = staff("Editors").get(address(shown))
    assert response.status_code == 409
    text = words(response)
    assert "Only who may publish can change this" in text
    assert "Ask somebody who may publish all of these" in text
    assert "<form" not in response.content.decode().split("<main")[-1]


def test_an_editor_of_one_section_changes_no_picture_that_another_shows(staff, shown, confined):
    client = confined("/categories/", "publish", collections=True)
    assert "A category" not in words(client.get(reverse("wagtailimages:edit", args=[shown.picture.pk])))
    describe_picture_otherwise(client, shown)
    shown.picture.refresh_from_db()
    assert shown.picture.description == "Something else"
    elsewhere = confined("/statistics/", "publish", collections=True)
    focus_picture_elsewhere(elsewhere, shown)
    shown.picture.refresh_from_db()
    assert shown.picture.focal_point_x is None


def test_the_file_for_a_page_can_be_uploaded_as_a_new_document_and_put_into_a_draft(staff, shown):
    client = staff("Editors")
    file = SimpleUploadedFile("new.pdf", pdf_bytes(pages=2), "application/pdf")
    url = reverse("wagtaildocs:add")
    client.post(url, {"title": "Newer", "file": file, "collection": 1, "tags": "", "is_sample": "on"})
    newer = PublicationDocument.objects.get(title="Newer")
    said = words(client.get(reverse("wagtaildocs:edit", args=[shown.document.pk])))
    assert "use another one in a draft of the page" in said
    assert newer.pages.count() == 0


def test_a_new_series_and_group_can_be_made(staff):
    client = staff("Editors")
    client.post(reverse("wagtailsnippets_statistics_figureseries:add"), {"question": "New?", "note": ""})
    assert FigureSeries.objects.filter(question="New?").exists()
