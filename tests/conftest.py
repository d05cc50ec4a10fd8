"""What every test stands on: a database that holds the default content, loaded once.

Each test runs in a transaction that is rolled back, so it finds the default content untouched and
may change anything. Browser tests do not use this database: see tests/browser/conftest.py.
"""

from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import storages
from django.core.management import call_command
from django.template.base import Template
from django.test.utils import instrumented_test_render

from . import read_pdfs
from .filled_database import filled_database

HERE = Path(__file__).parent
DATABASE = {"db", "transactional_db", "live_server"}
# What `make test-fast` leaves out: whatever opens the admin, real browsers and servers, PDFs that take a
# process each, made-up requests, and walks through the whole site.
ADMIN = {"admin_client", "administrator", "confined", "editor", "editor_client", "staff"}
SLOW = (
    "browser",
    "guidance/finder/test_lapsed_checks.py",
    "guidance/test_unfinished_forms.py",
    "guidance/words/test_searches.py",
    "portal/answering/test_indexing.py",
    "portal/claims",
    "portal/keeping/test_sight.py",
    "portal/mirror/test_asking.py",
    "portal/mirror/test_configuration.py",
    "portal/pages/test_anchors.py",
    "portal/safety/test_default_content.py",
    "portal/search/test_inside_publications.py",
    "portal/search/test_many_pages.py",
    "portal/search/test_not_found.py",
    "portal/search/test_view.py",
    "portal/sweep",
    "portal/test_content_mistakes.py",
    "portal/test_every_page.py",
    "portal/test_load_content.py",
    "portal/test_patterns.py",
    "portal/test_program_words.py",
    "portal/test_queries.py",
    "portal/test_visibility.py",
    "publications/inspection",
    "publications/reading/test_search_inside.py",
    "server",
    "statistics/numbers/test_totals.py",
    "statistics/test_hidden_neighbours.py",
    "statistics/test_list_of_figures.py",
    "statistics/test_open_data_fuzz.py",
    "statistics/test_open_data_hostile.py",
    "statistics/test_pages.py",
    "statistics/test_standard_library.py",
    "statistics/test_succession.py",
)


def pytest_collection_modifyitems(items):
    """Mark what takes long."""
    places = [HERE / place for place in SLOW]
    assert all(place.exists() for place in places), f"SLOW names a file that is gone: {SLOW}"
    for item in items:
        if ADMIN & set(item.fixturenames) or any(item.path.is_relative_to(place) for place in places):
            item.add_marker(pytest.mark.slow)


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


@pytest.fixture(autouse=True)
def no_content_types_left_by_other_tests(request, monkeypatch):
    """Let a test that asks for no database find none: another test may have read them, or not."""
    if not DATABASE & set(request.fixturenames) and not request.node.get_closest_marker("django_db"):
        monkeypatch.setattr(ContentType.objects, "_cache", {})


@pytest.fixture(autouse=True)
def contexts_where_they_are_read(request, monkeypatch):
    """Let templates note what they were rendered with, a tenth of the time, only where a test looks at it."""
    if not _reads_contexts(request.module.__file__) and Template._render is instrumented_test_render:
        monkeypatch.setattr(Template, "_render", _render)


@cache
def _reads_contexts(path: str) -> bool:
    return ".context" in Path(path).read_text(encoding="utf-8")


def _render(template, context):
    return template.nodelist.render(context)


@pytest.fixture(scope="session", autouse=True)
def kept_reports_on_pdfs():
    """Read a PDF once for all tests and runs; see read_pdfs.py."""
    with pytest.MonkeyPatch.context() as patch:
        read_pdfs.remember(patch)
        yield


@pytest.fixture
def real_child_process(monkeypatch):
    """Read PDFs by the real child process in this test."""
    read_pdfs.forget(monkeypatch)


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
