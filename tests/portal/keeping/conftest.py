"""Staff of each kind, and objects without drafts that a live page shows."""

from io import BytesIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from categories.models import CategoryGroup
from portal.models import PortalImage
from publications.models import PublicationDocument
from statistics.models import FigureSeries
from tests.factories import make_category, make_figure, make_publication, pdf_bytes


@pytest.fixture
def staff(db, django_user_model):
    """Return a function that makes a client signed in as one of the groups, or as the administrator."""

    def make(*groups: str):
        client = Client()
        if groups == ("administrator",):
            user = django_user_model.objects.create_superuser("chief", "", "pass-word-1234")
        else:
            user = django_user_model.objects.create_user("-".join(groups).lower(), "", "pass-word-1234")
            user.groups.set(Group.objects.filter(name__in=groups))
            assert user.groups.count() == len(groups)
        client.force_login(user)
        client.user = user
        return client

    return make


def png(colour: str = "navy") -> ContentFile:
    """Return a small picture as an uploaded file."""
    out = BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "PNG")
    return ContentFile(out.getvalue(), name=f"{colour}.png")


class Shown:
    """A document, picture, group and series, each shown by a live page."""

    def __init__(self, page):
        self.document = PublicationDocument(title="An assessment", is_sample=True)
        self.document.file.save("assessment.pdf", ContentFile(pdf_bytes()), save=False)
        self.document.save()
        self.publication = make_publication(page("/publications/"), title="Report", document=self.document)
        self.picture = PortalImage.objects.create(title="A picture", file=png(), description="A bank")
        self.group = CategoryGroup.objects.create(name="A group", slug="a-group", picture=self.picture)
        self.category = make_category(page("/categories/"), title="A category", group=self.group)
        self.series = FigureSeries.objects.create(question="How many?")
        self.figure = make_figure(page("/statistics/"), title="A figure", series=self.series)

    def state(self) -> tuple:
        """Return all that visitors could see of them."""
        for thing in (self.document, self.picture, self.group, self.series):
            thing.refresh_from_db()
        return (
            (self.document.title, self.document.sha256, self.document.collection_id, self.document.is_sample),
            (
                self.picture.title,
                self.picture.file.name,
                self.picture.description,
                self.picture.collection_id,
            ),
            (self.picture.focal_point_x, *sorted(self.picture.tags.names())),
            (self.group.name, self.group.sort_order, self.group.picture_id, self.series.question),
        )


@pytest.fixture
def shown(page) -> Shown:
    """What a live page shows."""
    return Shown(page)


@pytest.fixture
def confined(db, django_user_model, page):
    """Return a function that signs in an editor of one section, and of the collections if told so."""

    def make(path: str, *more: str, collections: bool = False):
        name = "confined to " + path.strip("/")
        user = django_user_model.objects.create_user(name, "", "pass-word-1234")
        group = Group.objects.create(name=name)
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        user.groups.add(group)
        for action in ("add", "change", *more):
            permission = Permission.objects.get(codename=f"{action}_page")
            GroupPagePermission.objects.create(group=group, page=page(path).page_ptr, permission=permission)
        if collections:
            root = Collection.get_first_root_node()
            for permission in Permission.objects.filter(
                content_type__app_label="wagtailimages", codename__in=("add_image", "change_image")
            ):
                GroupCollectionPermission.objects.create(group=group, collection=root, permission=permission)
        client = Client()
        client.force_login(user)
        client.user = user
        return client

    return make
