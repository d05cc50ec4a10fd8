"""One object of every kind that the admin has an address for, and a client that never raises."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Site, Task, UploadedFile, Workflow

from categories.models import CategoryGroup
from guidance.models import HelpRoute
from portal.models import SiteSettings
from statistics.models import FigureSeries
from tests.factories import make_information_page

from .addresses import Examples


def _first(model, **fields) -> int:
    one = model.objects.filter(**fields).order_by("pk").last()
    return one.pk if one else 1


@pytest.fixture
def sent_page(page, administrator):
    """A draft that waits for somebody to approve it."""
    waiting = make_information_page(page("/"), title="Waiting")
    waiting.title = "Waiting still"
    waiting.save_revision()
    Workflow.objects.first().start(waiting, administrator)
    return waiting


@pytest.fixture
def examples(page, sent_page, administrator):
    """Arguments for every address."""
    state = sent_page.current_workflow_state
    Redirect.add_redirect("/old/", sent_page)
    inner = Collection.get_first_root_node().add_child(name="Inner")
    return Examples(
        {
            "parent": page("/").pk,
            "page": sent_page.pk,
            "revision": sent_page.latest_revision_id,
            "task_state": state.current_task_state_id,
            "workflow_state": state.pk,
            "task": _first(Task),
            "workflow": state.workflow_id,
            "document": _first(get_document_model()),
            "doc": _first(get_document_model()),
            "image": _first(get_image_model()),
            "uploaded_file": _first(UploadedFile),
            "redirect": _first(Redirect),
            "collection": inner.pk,
            "wagtailadmin_collections": inner.pk,
            "wagtailadmin_workflows": state.workflow_id,
            "wagtailadmin_pages": sent_page.pk,
            "wagtailadmin_api": sent_page.pk,
            "wagtailsites": _first(Site),
            "wagtailusers_users": _first(get_user_model()),
            "wagtailusers_groups": _first(Group),
            "wagtailsettings": SiteSettings.load().pk,
            "wagtaildocs_chooser": _first(get_document_model()),
            "wagtailimages_chooser": _first(get_image_model()),
            "statistics/figureseries": _first(FigureSeries),
            "guidance/helproute": _first(HelpRoute),
            "categories/categorygroup": _first(CategoryGroup),
        }
    )


@pytest.fixture
def staff(administrator, editor):
    """Return a function that signs somebody in: "administrator" or "editor"."""

    def client_of(who: str) -> Client:
        client = Client(raise_request_exception=False)
        client.force_login({"administrator": administrator, "editor": editor}[who])
        return client

    return client_of
