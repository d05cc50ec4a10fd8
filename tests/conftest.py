"""What every test stands on: a database that holds the default content, loaded once.

Each test runs in a transaction that is rolled back, so it finds the default content untouched and
may change anything. Browser tests do not use this database: see tests/browser/conftest.py.
"""

import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.core.management import call_command

from .filled_database import filled_database


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment, django_db_blocker, django_db_modify_db_settings, own_data_folder
):
    """Let the test database hold the default content, as a fresh install does."""
    with django_db_blocker.unblock(), filled_database(fill), django_db_blocker.block():
        yield


def fill() -> None:
    """Load what a fresh install holds."""
    from portal.accounts import grant_editors_permissions

    call_command("load_content", verbosity=0)
    grant_editors_permissions()


@pytest.fixture(scope="session", autouse=True)
def own_data_folder(tmp_path_factory):
    """Keep the files that tests upload apart from everything else, and from other workers."""
    folder = tmp_path_factory.mktemp("data")
    settings.DATA_DIR = folder
    settings.MEDIA_ROOT = folder / "media"
    settings.STORAGES["documents"]["OPTIONS"]["location"] = folder / "documents"
    # The document model took its store when it was loaded; move that one too.
    place = str(folder / "documents")
    storages["documents"].__dict__.update(base_location=place, location=place)


@pytest.fixture
def page(db):
    """Return a function that finds a page of the default content by its address."""
    from wagtail.models import Page, Site

    def find(path: str):
        root = Site.objects.get(is_default_site=True).root_page
        return Page.objects.get(url_path=root.url_path + path.lstrip("/")).specific

    return find


@pytest.fixture
def administrator(db, django_user_model):
    """An administrator."""
    return django_user_model.objects.create_superuser("chief", "chief@example.org", "pass-word-1234")


@pytest.fixture
def editor(db, django_user_model):
    """An editor who may publish, as the first editor login may."""
    from django.contrib.auth.models import Group

    user = django_user_model.objects.create_user("writer", "writer@example.org", "pass-word-1234")
    user.groups.set(Group.objects.filter(name__in=["Editors", "Moderators"]))
    return user


@pytest.fixture
def admin_client(client, administrator):
    """A client signed in as the administrator."""
    client.force_login(administrator)
    return client


@pytest.fixture
def editor_client(client, editor):
    """A client signed in as the editor."""
    client.force_login(editor)
    return client
