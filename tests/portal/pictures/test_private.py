"""A picture in a private collection is sent to nobody but the staff who work with it."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction, GroupCollectionPermission

from portal.models import PortalImage
from portal.pictures.renditions import SPECS, make_renditions
from tests.factories import make_information_page

from .making import drawing, saved

pytestmark = pytest.mark.django_db


@pytest.fixture
def collection():
    """A collection inside another."""
    outer = Collection.get_first_root_node().add_child(name="Outer")
    return outer.add_child(name="Inner")


@pytest.fixture
def image(collection):
    """A picture with all its sizes, in the collection."""
    made = PortalImage.objects.create(
        title="Lines", file=ContentFile(saved(drawing((420, 60)), "PNG"), "lines.png"), collection=collection
    )
    assert make_renditions(made) == []
    return made


@pytest.fixture
def shown_on(page, image):
    """A page that shows the picture."""
    block = {"image": {"image": image.pk, "decorative": False, "alt_text": "Blue lines"}, "caption": "Below"}
    made = make_information_page(page("/"))
    made.body = made._meta.get_field("body").stream_block.to_python([{"type": "picture", "value": block}])
    made.save_revision().publish()
    return made


def make_private(collection):
    return CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")


def statuses(client, image) -> set[int]:
    found = set()
    for size in image.renditions.all():
        answer = client.get(size.url)
        found.add(answer.status_code)
        b"".join(answer)  # to the end, which closes the file
    return found


@pytest.mark.parametrize("which", ["own", "above"])
def test_every_address_of_a_picture_closes_with_its_collection_and_opens_with_it(
    client, image, collection, which
):
    assert statuses(client, image) == {200}
    restriction = make_private(collection if which == "own" else collection.get_parent())
    assert statuses(client, image) == {404}
    restriction.delete()
    assert statuses(client, image) == {200}


def test_a_picture_that_moves_into_a_private_collection_is_closed_at_its_old_addresses(client, image):
    make_private(closed := Collection.get_first_root_node().add_child(name="Closed"))
    image.collection = closed
    image.save()
    assert statuses(client, image) == {404}
    image.collection = Collection.get_first_root_node()
    image.save()
    assert statuses(client, image) == {200}


def test_a_page_shows_the_words_of_a_private_picture_and_not_the_picture(client, image, collection, shown_on):
    image.credit = "Drawn by somebody"
    image.save()
    assert "/media/images/" in client.get(shown_on.url).content.decode()
    make_private(collection)
    html = client.get(shown_on.url).content.decode()
    assert "/media/" not in html
    assert "Picture: Blue lines" in html
    assert "Below" in html
    assert "Drawn by somebody" not in html


def test_pages_show_their_drawing_instead_of_a_private_picture(client):
    root = Collection.get_first_root_node()
    assert "/media/images/" in client.get("/").content.decode()
    make_private(root)
    for address in ("/", "/categories/child-sexual-abuse/"):
        html = client.get(address).content.decode()
        assert "/media/" not in html
        assert 'class="drawing"' in html


def test_shared_caches_ask_again_each_minute_and_nothing_is_kept_of_a_private_picture(
    client, image, collection, administrator
):
    address = image.renditions.first().url
    assert "s-maxage=5" in client.get(address)["Cache-Control"]
    make_private(collection)
    assert "max-age" not in client.get(address).get("Cache-Control", "")
    client.force_login(administrator)
    answer = client.get(address)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def test_staff_see_a_private_picture_only_if_they_work_with_its_collection(
    client, image, collection, django_user_model
):
    make_private(collection)
    group = Group.objects.create(name="Elsewhere")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    member = django_user_model.objects.create_user("member", "member@example.org", "pass-word-1234")
    member.groups.add(group)
    client.force_login(member)
    assert statuses(client, image) == {404}
    may_choose = Permission.objects.get(codename="choose_image", content_type__app_label="wagtailimages")
    GroupCollectionPermission.objects.create(group=group, collection=collection, permission=may_choose)
    client.force_login(django_user_model.objects.get(pk=member.pk))
    assert statuses(client, image) == {200}


def test_a_file_that_no_picture_has_any_more_is_not_sent(client, image):
    address = image.renditions.get(filter_spec=SPECS[-1]).url
    file = image.renditions.get(filter_spec=SPECS[-1]).file
    image.renditions.all().delete()
    assert file.storage.exists(file.name)
    assert client.get(address).status_code == 404
